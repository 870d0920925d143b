import { SendHorizontal } from "lucide-react";
import { type KeyboardEvent, useCallback, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { InteractionState } from "../api/gen/supportgrid/v1/common_pb";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { useShortcuts } from "../ui/shortcuts";
import { CannedMenu } from "./canned-menu";
import { type Conversation, nameOf } from "./desk-state";
import { useDesk } from "./desk-tools";
import { useTyping } from "./use-typing";

/** Characters of a message, as the server counts them. */
export const TEXT_MAX = 8_000;

/** Where the agent writes. The draft is kept with every letter; sending hands it to the outbox. */
export function Composer({ conversation }: { readonly conversation: Conversation }) {
  const t = useText();
  const { kept } = useDesk();
  const { interaction, messages } = conversation;
  const place = `say:${interaction.interactionId}`;
  const text = useSyncExternalStore(kept.drafts.subscribe, () => kept.drafts.get(place));
  const [error, setError] = useState<string>();
  const [isCanned, openCanned] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const errorId = useId();
  const isHeld = interaction.state === InteractionState.HELD;
  const name = nameOf(interaction);

  const tellTyping = useTyping(interaction.interactionId);
  const write = useCallback((next: string) => {
    kept.drafts.set(place, next);
    setError(undefined);
    tellTyping(next !== "");
  }, [kept, place, tellTyping]);
  const send = () => {
    if (text.trim() === "") {
      setError(t("field.required"));
    } else if (text.length > TEXT_MAX) {
      setError(t("field.long", { max: TEXT_MAX, count: text.length }));
    } else {
      kept.outbox.say(interaction.interactionId, text, messages.at(-1)?.sequence ?? 0);
      write("");
    }
    area.current?.focus();
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, Enter belongs to it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "/" && text === "") {
      event.preventDefault();
      openCanned(true);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };
  useLayoutEffect(() => {
    const { current } = area;
    if (current === null) return;
    current.style.blockSize = "auto";
    current.style.blockSize = `${current.scrollHeight}px`;
  }, [text]);
  useShortcuts([
    { code: "KeyM", isAlt: true, run: () => area.current?.focus() },
    { code: "KeyK", isAlt: true, run: () => openCanned(true) },
  ]);

  return (
    <div className="composer" data-invalid={error !== undefined || undefined}>
      <textarea
        ref={area} rows={2} value={text} dir="auto" disabled={isHeld}
        aria-label={t("desk.say", { name })} aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : errorId}
        placeholder={t("desk.say.placeholder", { name })}
        onChange={(event) => write(event.target.value)} onKeyDown={press}
      />
      {error !== undefined && <p id={errorId} className="field-error" role="alert">{error}</p>}
      <div className="composer-foot">
        <CannedMenu
          conversation={conversation} isOpen={isCanned} onOpenChange={openCanned}
          onChoose={(reply) => {
            write(text === "" ? reply : `${text}${text.endsWith("\n") ? "" : "\n"}${reply}`);
            // The menu gives the focus back when it has closed.
            requestAnimationFrame(() => area.current?.focus());
          }}
        />
        <span className="composer-hint">{t("desk.say.hint")}</span>
        {text.length > TEXT_MAX - 500 && <span className="numbers">{text.length} / {TEXT_MAX}</span>}
        <Button kind="accent" isDisabled={isHeld} onPress={send}>
          <SendHorizontal aria-hidden className="flip" />{t("desk.say.send")}
        </Button>
      </div>
    </div>
  );
}
