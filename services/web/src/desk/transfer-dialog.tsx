import { useState, useSyncExternalStore } from "react";
import { ListBox, ListBoxItem, type Selection } from "react-aria-components";
import { useIntl } from "react-intl";
import type { AgentTarget, QueueTarget } from "../api/gen/supportgrid/v1/desk_pb";
import { useRead } from "../api/use-read";
import { useTools } from "../app/session";
import { useAge, useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Overlay } from "../ui/overlay";
import { spanMs } from "../ui/time";
import { useNow } from "../ui/use-now";
import { useProblemText } from "../ui/use-problem-text";
import { type Conversation, nameOf } from "./desk-state";
import { useDesk } from "./desk-tools";
import { usePresenceName } from "./presence-name";

const REFRESH_MS = 3_000;
const STALE_MS = 10_000;
const NOTE_MAX = 2_000;
const ANYBODY = "";

interface Props {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

/** To a queue, or to one agent of it, with a note; the waits there are read again every few seconds. */
export function TransferDialog({ conversation, onClose }: Props) {
  const t = useText();
  const explain = useProblemText();
  const { clients } = useTools();
  const { run, kept } = useDesk();
  const { interactionId } = conversation.interaction;
  const title = t("desk.transfer.title", { name: nameOf(conversation.interaction) });
  const [queue, setQueue] = useState("");
  const [agent, setAgent] = useState(ANYBODY);
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const [noteError, setNoteError] = useState<string>();
  const place = `handover:${interactionId}`;
  const note = useSyncExternalStore(kept.drafts.subscribe, () => kept.drafts.get(place));
  const targets = useRead({
    key: `${queue}/${text}`, everyMs: REFRESH_MS,
    read: (signal) => clients.desk.listTransferTargets({ queue, search: text }, { signal }),
  });
  const [last, setLast] = useState(targets.value);
  if (targets.value !== undefined && targets.value !== last) setLast(targets.value);

  const go = async () => {
    const isLong = note.length > NOTE_MAX;
    setError(queue === "" ? t("desk.transfer.choose") : undefined);
    setNoteError(isLong ? t("field.long", { max: NOTE_MAX, count: note.length }) : undefined);
    if (queue === "" || isLong) return;
    const outcome = await run(`transfer:${interactionId}:${queue}:${agent}`, (requestId) =>
      clients.desk.transferInteraction({ requestId, interactionId, toQueue: queue, toAgent: agent, note }));
    if (outcome.ok) {
      kept.drafts.set(place, "");
      onClose();
    } else {
      setError(explain(outcome.problem));
    }
  };

  return (
    <Overlay isOpen isWide title={title} onClose={onClose}>
      <div className="transfer">
        <div>
          <h3 className="field-label">{t("desk.transfer.queue")}</h3>
          <ListBox
            className="targets" aria-label={t("desk.transfer.queue")} selectionMode="single" autoFocus
            escapeKeyBehavior="none"
            selectedKeys={queue === "" ? [] : [queue]}
            onSelectionChange={(keys) => {
              setQueue(oneOf(keys) ?? "");
              setAgent(ANYBODY);
              setError(undefined);
            }}
          >
            {(last?.queues ?? []).map((one) => (
              <ListBoxItem key={one.queue} id={one.queue} className="target" textValue={one.displayName}>
                <Queue target={one} />
              </ListBoxItem>
            ))}
          </ListBox>
          <Age at={targets.at} />
        </div>
        <div>
          <Field
            label={t("desk.transfer.agent")} placeholder={t("desk.transfer.search")} value={text} onChange={setText}
          />
          <ListBox
            className="targets" aria-label={t("desk.transfer.agent")} selectionMode="single" disallowEmptySelection
            escapeKeyBehavior="none"
            selectedKeys={[agent === ANYBODY ? "*" : agent]}
            onSelectionChange={(keys) => setAgent((oneOf(keys) ?? "*").replace("*", ANYBODY))}
          >
            <ListBoxItem id="*" className="target" textValue={t("desk.transfer.anybody")}>
              <strong>{t("desk.transfer.anybody")}</strong>
            </ListBoxItem>
            {(queue === "" ? [] : last?.agents ?? []).map((one) => (
              <ListBoxItem key={one.agentId} id={one.agentId} className="target" textValue={one.displayName}>
                <Agent target={one} />
              </ListBoxItem>
            ))}
          </ListBox>
        </div>
      </div>
      <Field
        label={t("desk.transfer.note")} rows={3} value={note} error={noteError}
        onChange={(next) => kept.drafts.set(place, next)}
      />
      {error !== undefined && <p className="field-error" role="alert">{error}</p>}
      <div className="overlay-actions">
        <Button onPress={onClose}>{t("cancel")}</Button>
        <Button kind="accent" onPress={() => void go()}>{t("desk.transfer.go")}</Button>
      </div>
    </Overlay>
  );
}

/** What is chosen where one thing is. */
function oneOf(keys: Selection): string | undefined {
  if (keys === "all") return undefined;
  for (const key of keys) return String(key);
  return undefined;
}

function Queue({ target }: { readonly target: QueueTarget }) {
  const t = useText();
  const age = useAge();
  const [p50, p90] = [spanMs(target.waitP50), spanMs(target.waitP90)];
  return (
    <>
      <strong>{target.displayName}</strong>
      <span className="numbers">
        {target.isOpen ? t("desk.transfer.waiting", { count: target.waiting }) : t("desk.transfer.closed")}
        {" · "}
        {p50 === undefined || p90 === undefined
          ? t("desk.transfer.wait.unknown")
          : t("desk.transfer.wait", { p50: age(p50), p90: age(p90) })}
      </span>
    </>
  );
}

function Agent({ target }: { readonly target: AgentTarget }) {
  const t = useText();
  const { options } = useDesk();
  const presenceName = usePresenceName(options);
  const status = target.signedIn ? target.takesWork ? "ready" : "away" : "out";
  return (
    <>
      <strong><span className="presence-dot" data-status={status} />{target.displayName}</strong>
      <span className="numbers">
        {target.signedIn ? presenceName(target.presence) : t("desk.transfer.signedout")}
        {target.signedIn && ` · ${t("desk.transfer.load", { taken: target.unitsTaken, units: target.capacityUnits })}`}
      </span>
    </>
  );
}

/** Never a stale number without a sign. */
function Age({ at }: { readonly at: number | undefined }) {
  const t = useText();
  const intl = useIntl();
  const age = useAge();
  const now = useNow();
  if (at === undefined) return null;
  if (now - at > STALE_MS) {
    return <p className="field-error" role="status">{t("desk.transfer.stale", { age: age(now - at) })}</p>;
  }
  const time = intl.formatTime(at, { timeStyle: "medium" });
  return <p className="field-hint numbers">{t("desk.transfer.asof", { time })}</p>;
}
