import { HeartHandshake, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { type Cue, CueAnswer } from "../api/gen/supportgrid/v1/empathy_pb";
import { useTools } from "../app/session";
import type { MessageId } from "../i18n/locales";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { useProblemText } from "../ui/use-problem-text";
import { useDesk } from "./desk-tools";

/** Advice, beside the message it speaks of; the agent's answer makes the cues better. */
export function CueNote({ cue }: { readonly cue: Cue }) {
  const t = useText();
  const explain = useProblemText();
  const { clients } = useTools();
  const { run, toasts } = useDesk();
  const [isAnswered, setAnswered] = useState(false);
  const Icon = cue.alert ? TriangleAlert : HeartHandshake;
  const { cueId, interactionId } = cue;
  const say = async (answer: CueAnswer) => {
    setAnswered(true);
    const outcome = await run(`cue:${interactionId}:${cueId}`, (requestId) =>
      clients.desk.answerCue({ requestId, interactionId, cueId, answer }));
    if (outcome.ok) return;
    setAnswered(false);
    toasts.say(explain(outcome.problem));
  };
  return (
    <aside
      className="cue" data-alert={cue.alert || undefined} aria-label={t(cue.alert ? "desk.cue.alert" : "desk.cue")}
    >
      <Icon aria-hidden />
      <div>
        <p className="cue-head">
          <strong>{t(`desk.cue.${cue.kind}` as MessageId)}</strong>
          {cue.probability > 0 && <span className="numbers">{t("desk.cue.sure", { share: cue.probability })}</span>}
        </p>
        <p dir="auto">{cue.suggestion}</p>
        {cue.evidence.length > 0 && (
          <details>
            <summary>{t("desk.cue.why")}</summary>
            <ul>{cue.evidence.map(({ id, sentence }) => <li key={id} dir="auto">{sentence}</li>)}</ul>
          </details>
        )}
        <div className="cue-answers">
          <Button size="s" isDisabled={isAnswered} onPress={() => void say(CueAnswer.USEFUL)}>
            {t("desk.cue.useful")}
          </Button>
          <Button size="s" isDisabled={isAnswered} onPress={() => void say(CueAnswer.DISMISSED)}>
            {t("desk.cue.dismiss")}
          </Button>
          <Button size="s" isDisabled={isAnswered} onPress={() => void say(CueAnswer.DISPUTED)}>
            {t("desk.cue.wrong")}
          </Button>
        </div>
      </div>
    </aside>
  );
}
