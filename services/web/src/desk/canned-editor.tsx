import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Overlay } from "../ui/overlay";
import type { Canned } from "./canned";

interface Props {
  readonly replies: readonly Canned[];
  readonly onChange: (replies: readonly Canned[]) => void;
  readonly onClose: () => void;
}

/** The agent's own replies. Every change is kept at once. */
export function CannedEditor({ replies, onChange, onClose }: Props) {
  const t = useText();
  const [name, setName] = useState("");
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const wrong = (value: string) => isTried && value.trim() === "" ? t("field.required") : undefined;
  const add = () => {
    setTried(true);
    if (name.trim() === "" || text.trim() === "") return;
    onChange([...replies, { id: crypto.randomUUID(), name, text }]);
    setName("");
    setText("");
    setTried(false);
  };
  return (
    <Overlay title={t("desk.canned.edit")} isOpen onClose={onClose} isWide>
      <p className="field-hint">{t("desk.canned.local")} {t("desk.canned.variables")}</p>
      <ul className="canned-list">
        {replies.map((reply) => (
          <li key={reply.id}>
            <Field
              label={reply.name} rows={2} value={reply.text}
              onChange={(next) => onChange(replies.map((one) => one.id === reply.id ? { ...one, text: next } : one))}
            />
            <Button
              kind="ghost" isIcon aria-label={t("desk.canned.remove", { name: reply.name })}
              onPress={() => onChange(replies.filter((one) => one.id !== reply.id))}
            >
              <Trash2 aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <div className="canned-new">
        <Field label={t("desk.canned.name")} value={name} onChange={setName} error={wrong(name)} />
        <Field label={t("desk.canned.text")} rows={2} value={text} onChange={setText} error={wrong(text)} />
        <Button onPress={add}><Plus aria-hidden />{t("desk.canned.add")}</Button>
      </div>
    </Overlay>
  );
}
