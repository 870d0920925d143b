import type { MessageId } from "../i18n/locales";
import { useText } from "../i18n/use-text";
import { Overlay } from "../ui/overlay";

const rows: readonly (readonly [MessageId, readonly string[]])[] = [
  ["desk.keys.accept", ["Alt", "A"]],
  ["desk.keys.reject", ["Alt", "X"]],
  ["desk.keys.next", ["Alt", "↓"]],
  ["desk.keys.previous", ["Alt", "↑"]],
  ["desk.keys.unread", ["Alt", "U"]],
  ["desk.keys.nth", ["Alt", "1 … 9"]],
  ["desk.keys.compose", ["Alt", "M"]],
  ["desk.keys.canned", ["Alt", "K"]],
  ["desk.keys.hold", ["Alt", "H"]],
  ["desk.keys.transfer", ["Alt", "T"]],
  ["desk.keys.end", ["Alt", "E"]],
  ["desk.keys.presence", ["Alt", "P"]],
  ["desk.keys.day", ["Alt", "D"]],
  ["desk.keys.help", ["?"]],
];

export function KeyHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useText();
  return (
    <Overlay title={t("desk.keys")} isOpen={isOpen} onClose={onClose}>
      <dl className="keys">
        {rows.map(([id, keys]) => (
          <div key={id}>
            <dt>{t(id)}</dt>
            <dd dir="ltr">{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dd>
          </div>
        ))}
      </dl>
    </Overlay>
  );
}
