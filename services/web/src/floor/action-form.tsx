import { type ReactNode, type SyntheticEvent, useState } from "react";
import { Form } from "react-aria-components";
import type { Outcome } from "../api/command";
import type { Problem } from "../api/errors";
import { useIntl } from "react-intl";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { useProblemText } from "../ui/use-problem-text";
import { useFloorContext } from "./floor-context";

/** Why a supervisor's command was refused. */
export function useRefusal(): (problem: Problem) => string {
  const intl = useIntl();
  const problemText = useProblemText();
  return (problem) => {
    const id = `floor.refused.${problem.reason}`;
    return id in intl.messages ? intl.formatMessage({ id }) : problemText(problem);
  };
}

interface Props {
  readonly label: string;
  /** Word for word what will be done. */
  readonly submit: string;
  readonly isDanger?: boolean;
  /** What has changed since the person began; the command then asks once more. */
  readonly changed?: string;
  /** Undefined: something is missing, and the form has said so at its field. */
  readonly onSubmit: () => Promise<Outcome<unknown>> | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly onFields?: (fields: ReadonlyMap<string, string>) => void;
  readonly children: ReactNode;
}

/** A command with its fields. A refusal is said here, beside what was typed, and nothing of that is lost. */
export function ActionForm(props: Props) {
  const { label, submit, isDanger = false, changed = "", onSubmit, onDone, onCancel, onFields, children } = props;
  const t = useText();
  const refusal = useRefusal();
  const { floor } = useFloorContext();
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    const running = onSubmit();
    if (running === undefined || isSending) return;
    setSending(true);
    const outcome = await running;
    setSending(false);
    if (outcome.ok) {
      setProblem(undefined);
      onDone();
    } else {
      setProblem(outcome.problem);
      onFields?.(outcome.problem.fields);
    }
  };
  return (
    <Form className="action-form" aria-label={label} validationBehavior="aria" onSubmit={(event) => void send(event)}>
      {children}
      {changed !== "" && <p className="note note-warn" role="alert">{t("act.changed", { what: changed })}</p>}
      {problem !== undefined && <p className="note note-bad" role="alert">{refusal(problem)}</p>}
      {floor.live.phase === "cut" && <p className="note note-warn" role="status">{t("live.cut.never")}</p>}
      <div className="overlay-actions">
        <Button onPress={onCancel}>{t("cancel")}</Button>
        <Button type="submit" kind={isDanger ? "danger" : "accent"} isDisabled={isSending}>
          {isSending ? t("act.sending") : changed === "" ? submit : t("act.anyway", { action: submit })}
        </Button>
      </div>
    </Form>
  );
}
