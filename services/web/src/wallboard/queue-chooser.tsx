import { useState } from "react";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { Field } from "../ui/field";

interface Props {
  readonly all: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Which queues this board is about. None chosen: all, also those that come later. */
export function QueueChooser({ all, chosen, onChange }: Props) {
  const t = useText();
  const [text, setText] = useState("");
  const wanted = text.trim().toLocaleLowerCase();
  const found = all.filter(({ id, name }) => name.toLocaleLowerCase().includes(wanted) || id.includes(wanted));
  return (
    <>
      <Field label={t("board.filter")} value={text} onChange={setText} />
      <ul className="chooser">
        {found.map(({ id, name }) => (
          <li key={id}>
            <label className="checkbox">
              <input
                type="checkbox" checked={chosen.has(id)}
                onChange={(event) => {
                  const next = new Set(chosen);
                  if (event.target.checked) next.add(id);
                  else next.delete(id);
                  onChange(next);
                }}
              />
              {name}
            </label>
          </li>
        ))}
        {found.length === 0 && <li className="board-hint">{t("board.choose.none")}</li>}
      </ul>
      <div className="overlay-actions">
        <Button isDisabled={chosen.size === 0} onPress={() => onChange(new Set())}>{t("board.choose.all")}</Button>
      </div>
    </>
  );
}
