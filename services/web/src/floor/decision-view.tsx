import { Check, GitCompareArrows } from "lucide-react";
import { useMemo, useState } from "react";
import { useIntl } from "react-intl";
import { type Problem, problemOf } from "../api/errors";
import type { ReplayDecisionResponse } from "../api/gen/supportgrid/v1/supervision_pb";
import { useRead } from "../api/use-read";
import { useTools } from "../app/session";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { useRefusal } from "./action-form";
import { type Decision, readDecision } from "./decision";
import { useFloorContext } from "./floor-context";
import { SelectBox } from "./select-box";

interface Props {
  readonly id: string;
  /** The offer that it is in now: another one is another decision. */
  readonly offer: string;
}

/** Why it went where it went: in words, as a table, and computed again. */
export function DecisionView({ id, offer }: Props) {
  const t = useText();
  const { clients: { supervision } } = useTools();
  const refusal = useRefusal();
  const { value, problem } = useRead({
    key: `decision:${id}:${offer}`,
    read: (signal) => supervision.explainDecision({ interactionId: id }, { signal }),
  });
  const decision = useMemo(() => readDecision(value?.decisionJson ?? ""), [value]);
  const isNone = problem?.reason === "NO_SUCH_DECISION";
  return (
    <div className="decision">
      {value === undefined && problem === undefined && <p className="floor-none">{t("decision.reading")}</p>}
      {isNone && <p className="note" role="status">{t("decision.none")}</p>}
      {problem !== undefined && !isNone && <p className="note note-bad" role="alert">{refusal(problem)}</p>}
      {value !== undefined && (
        <>
          <ul className="sentences" aria-label={t("decision.sentences")}>
            {value.sentences.map((sentence) => <li key={sentence} dir="auto">{sentence}</li>)}
          </ul>
          {decision !== undefined && <Tables decision={decision} />}
          <Replay key={value.offerId} id={id} offer={value.offerId} />
        </>
      )}
      <WhyNot id={id} />
    </div>
  );
}

function Tables({ decision }: { readonly decision: Decision }) {
  const t = useText();
  const intl = useIntl();
  const points = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 3 });
  const word = (kind: "term" | "excluded", name: string) => {
    const id = `${kind}.${name}`;
    return id in intl.messages ? intl.formatMessage({ id }) : name.replaceAll("_", " ");
  };
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t("decision.candidates")}>
        <table className="plain-table" data-table="candidates">
          <caption>
            {t("decision.candidates")}
            {decision.candidatesTotal > decision.candidates.length && ` – ${t("decision.candidates.more", {
              shown: decision.candidates.length, all: decision.candidatesTotal,
            })}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("floor.agent")}</th>
              <th scope="col" data-number>{t("decision.score")}</th>
              {decision.terms.map((term) => <th key={term} scope="col" data-number>{word("term", term)}</th>)}
              <th scope="col" data-number>{t("decision.units")}</th>
              <th scope="col">{t("floor.skills")}</th>
            </tr>
          </thead>
          <tbody>
            {decision.candidates.map((one) => (
              <tr key={one.agent} data-chosen={one.agent === decision.agent}>
                <th scope="row">
                  {one.name}
                  {one.agent === decision.agent && (
                    <span className="chosen"><Check aria-hidden />{t("decision.chosen")}</span>
                  )}
                </th>
                <td data-number className="strong">{points(one.score)}</td>
                {decision.terms.map((name) => {
                  const term = one.terms.find((found) => found.name === name);
                  return (
                    <td key={name} data-number>
                      {term === undefined ? t("floor.nobody") : (
                        <>
                          {points(term.points)}
                          <small>
                            {t("decision.point", { scaled: points(term.scaled), weight: points(term.weight) })}
                          </small>
                        </>
                      )}
                    </td>
                  );
                })}
                <td data-number>{`${intl.formatNumber(one.unitsTaken)} / ${intl.formatNumber(one.units)}`}</td>
                <td>{intl.formatList(one.levels)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {decision.totals.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={t("decision.excluded")}>
          <table className="plain-table" data-table="excluded">
            <caption>
              {t("decision.excluded")}
              {": "}
              {intl.formatList(decision.totals.map((total) =>
                `${word("excluded", total.reason)} ${intl.formatNumber(total.agents)}`))}
            </caption>
            <thead>
              <tr><th scope="col">{t("floor.agent")}</th><th scope="col">{t("decision.why")}</th></tr>
            </thead>
            <tbody>
              {decision.excluded.map((one) => (
                <tr key={one.agent}>
                  <th scope="row">{one.name}</th>
                  <td>
                    {word("excluded", one.reason)}
                    {one.whyNot !== "" && <small>{one.whyNot}</small>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Replay({ id, offer }: { readonly id: string; readonly offer: string }) {
  const t = useText();
  const refusal = useRefusal();
  const { clients: { supervision } } = useTools();
  const [result, set] = useState<ReplayDecisionResponse | Problem>();
  const [isRunning, run] = useState(false);
  const replay = async () => {
    run(true);
    set(await supervision.replayDecision({ interactionId: id, offerId: offer }).catch(problemOf));
    run(false);
  };
  return (
    <div className="replay">
      <Button isDisabled={isRunning} onPress={() => void replay()}>
        <GitCompareArrows aria-hidden />{t("decision.replay")}
      </Button>
      {result !== undefined && "reason" in result && <p className="note note-bad" role="alert">{refusal(result)}</p>}
      {result !== undefined && "same" in result && (
        <p className={result.same ? "note note-good" : "note note-bad"} role="status">
          {result.same ? t("decision.same") : t("decision.different", { difference: result.difference })}
        </p>
      )}
    </div>
  );
}

function WhyNot({ id }: { readonly id: string }) {
  const t = useText();
  const refusal = useRefusal();
  const { clients: { supervision } } = useTools();
  const { floor } = useFloorContext();
  const [agent, choose] = useState("");
  const [answer, set] = useState<readonly string[] | Problem>();
  const agents = floor.agents.all().sort((a, b) => a.displayName.localeCompare(b.displayName));
  const ask = async () => {
    const found = await supervision.explainDecision({ interactionId: id, agentId: agent }).catch(problemOf);
    set("sentences" in found ? found.sentences : found);
  };
  return (
    <div className="why-not">
      <SelectBox
        label={t("decision.whyNot")} value={agent}
        onChange={(next) => {
          choose(next);
          set(undefined);
        }}
        options={[
          { value: "", label: t("floor.nobody") },
          ...agents.map((one) => ({ value: one.agentId, label: one.displayName })),
        ]}
      />
      <Button isDisabled={agent === ""} onPress={() => void ask()}>{t("decision.ask")}</Button>
      {answer !== undefined && ("reason" in answer
        ? <p className="note note-bad" role="alert">{refusal(answer)}</p>
        : <ul className="sentences" role="status">{answer.map((line) => <li key={line} dir="auto">{line}</li>)}</ul>)}
    </div>
  );
}
