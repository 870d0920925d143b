import { CheckCheck } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import { Label, RadioButton, RadioField, RadioGroup, Text as Slot } from "react-aria-components";
import { WrapUpMode } from "../api/gen/supportgrid/v1/desk_pb";
import { useTools } from "../app/session";
import { clockOf, useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { useShortcuts } from "../ui/shortcuts";
import { msOf } from "../ui/time";
import { useNow } from "../ui/use-now";
import { useProblemText } from "../ui/use-problem-text";
import type { Conversation } from "./desk-state";
import { useDesk } from "./desk-tools";

const NOTE_MAX = 2_000;

/** The end of a contact: what came of it, and a note. Both are kept until they are sent. */
export function WrapUp({ conversation }: { readonly conversation: Conversation }) {
  const t = useText();
  const now = useNow();
  const explain = useProblemText();
  const { clients } = useTools();
  const { run, toasts, options, kept } = useDesk();
  const { interactionId, queue, until } = conversation.interaction;
  const policy = options?.queues.find((one) => one.queue === queue);
  const [codePlace, notePlace] = [`code:${interactionId}`, `note:${interactionId}`];
  const code = useSyncExternalStore(kept.drafts.subscribe, () => kept.drafts.get(codePlace));
  const note = useSyncExternalStore(kept.drafts.subscribe, () => kept.drafts.get(notePlace));
  const [codeError, setCodeError] = useState<string>();
  const [noteError, setNoteError] = useState<string>();
  const left = msOf(until);

  const complete = async () => {
    const isMissing = policy?.wrapUpMode === WrapUpMode.FORCED && policy.wrapUpCodes.length > 0 && code === "";
    const isLong = note.length > NOTE_MAX;
    setCodeError(isMissing ? t("desk.wrap.code.required") : undefined);
    setNoteError(isLong ? t("field.long", { max: NOTE_MAX, count: note.length }) : undefined);
    if (isMissing || isLong) return;
    const outcome = await run(`wrap:${interactionId}`, (requestId) =>
      clients.desk.completeWrapUp({ requestId, interactionId, code, note }));
    if (outcome.ok) {
      kept.drafts.set(codePlace, "");
      kept.drafts.set(notePlace, "");
      return;
    }
    const { problem } = outcome;
    const field = problem.fields.get("note");
    if (field !== undefined) setNoteError(t("field.invalid", { why: field }));
    else if (problem.reason.startsWith("WRAP_UP_CODE")) setCodeError(explain(problem));
    else toasts.say(explain(problem));
  };
  useShortcuts([{ code: "KeyE", isAlt: true, run: () => void complete() }]);

  return (
    <form
      className="wrap" aria-label={t("desk.wrap.title")}
      onSubmit={(event) => {
        event.preventDefault();
        void complete();
      }}
    >
      <header>
        <h2>{t("desk.wrap.title")}</h2>
        {left !== undefined && (
          <span className="numbers wrap-left" data-urgent={left - now < 20_000 || undefined}>
            {t("desk.wrap.left", { time: clockOf(left - now) })}
          </span>
        )}
      </header>
      {policy !== undefined && policy.wrapUpCodes.length > 0 && (
        <RadioGroup
          className="codes" value={code} isInvalid={codeError !== undefined} validationBehavior="aria"
          onChange={(next) => {
            kept.drafts.set(codePlace, next);
            setCodeError(undefined);
          }}
        >
          <Label className="field-label">{t("desk.wrap.code")}</Label>
          <div className="codes-row">
            {policy.wrapUpCodes.map((one) => (
              <RadioField key={one} value={one}>
                <RadioButton className="code">{one}</RadioButton>
              </RadioField>
            ))}
          </div>
          {codeError !== undefined && <Slot slot="description" className="field-error">{codeError}</Slot>}
        </RadioGroup>
      )}
      <Field
        label={t("desk.wrap.note")} rows={2} value={note} error={noteError} onChange={(next) => {
          kept.drafts.set(notePlace, next);
          setNoteError(undefined);
        }}
      />
      <div className="overlay-actions">
        <Button type="submit" kind="accent">
          <CheckCheck aria-hidden />{t("desk.wrap.done")}<kbd aria-hidden>Alt E</kbd>
        </Button>
      </div>
    </form>
  );
}
