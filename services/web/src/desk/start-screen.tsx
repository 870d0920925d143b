import { Play } from "lucide-react";
import { useState } from "react";
import type { GetDeskOptionsResponse } from "../api/gen/supportgrid/v1/desk_pb";
import { AccountMenu } from "../app/account-menu";
import { useIdentity, useTools } from "../app/session";
import { useCommand } from "../app/use-command";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { useProblemText } from "../ui/use-problem-text";
import { usePresenceName } from "./presence-name";

interface Props {
  readonly options: GetDeskOptionsResponse | undefined;
  readonly reason: string;
  readonly onStarted: () => void;
}

/** Before work and after it. */
export function StartScreen({ options, reason, onStarted }: Props) {
  const t = useText();
  const explain = useProblemText();
  const { clients } = useTools();
  const { subject } = useIdentity();
  const run = useCommand();
  const nameOf = usePresenceName(options);
  const [presence, setPresence] = useState("online");
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const start = async () => {
    setBusy(true);
    setError(undefined);
    const outcome = await run("sign-in", (requestId) => clients.desk.signIn({ requestId, presence }));
    setBusy(false);
    if (outcome.ok) onStarted();
    else if (outcome.problem.reason === "AGENT_UNKNOWN") setError(t("desk.start.unknown", { subject }));
    else setError(explain(outcome.problem));
  };

  return (
    <div className="start">
      <header className="start-head"><AccountMenu /></header>
      <main className="start-card">
        <h1>{t("desk.start.title", { name: subject })}</h1>
        {reason === "SIGNED_OUT" && <p role="status">{t("desk.start.over")}</p>}
        <p className="start-hint">{t("desk.start.hint")}</p>
        <div className="start-row">
          <label>
            <span>{t("desk.start.presence")}</span>
            <select className="select" value={presence} onChange={(event) => setPresence(event.target.value)}>
              {(options?.presences ?? [{ key: "online" }]).map(({ key }) =>
                <option key={key} value={key}>{nameOf(key)}</option>)}
            </select>
          </label>
          <Button kind="accent" size="l" autoFocus isDisabled={isBusy} onPress={() => void start()}>
            <Play aria-hidden />{t("desk.start.go")}
          </Button>
        </div>
        {error !== undefined && <p className="field-error" role="alert">{error}</p>}
      </main>
    </div>
  );
}
