import { KeyRound } from "lucide-react";
import { type SyntheticEvent, useId, useState } from "react";
import { Form } from "react-aria-components";
import { useIntl } from "react-intl";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { useSigned, useTools } from "./session";
import { SettingsRow } from "./settings";
import "./sign-in.css";
import { readToken } from "./token";

/** Takes a token. Over a page whose token has ended it leaves the page, with everything typed, where it is. */
export function SignIn() {
  const t = useText();
  const intl = useIntl();
  const { session, clock } = useTools();
  const { isOver } = useSigned();
  const [text, setText] = useState("");
  const [keep, setKeep] = useState(false);
  const [error, setError] = useState<string>();
  const title = useId();

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const read = readToken(text, clock.now());
    if (read.ok) {
      session.signIn(read.identity, keep);
    } else if (read.wrong === "expired") {
      setError(t("signin.expired", { at: intl.formatDate(read.at, { dateStyle: "medium", timeStyle: "short" }) }));
    } else if (read.wrong === "norole") {
      setError(t("signin.norole", { roles: intl.formatList(read.roles) }));
    } else {
      setError(t(read.wrong === "empty" ? "signin.empty" : "signin.malformed"));
    }
  };

  return (
    <main className="signin" aria-labelledby={title}>
      <div className="signin-card">
        <img src="/icon.svg" alt="" width="40" height="40" />
        <h1 id={title}>{t("signin.title")}</h1>
        {isOver && <p className="signin-over" role="alert">{t("signin.over")}</p>}
        <p className="signin-hint">{t("signin.hint")}</p>
        <Form onSubmit={submit} validationBehavior="aria">
          <Field
            label={t("signin.token")} rows={4} isMono autoFocus value={text} name="token" error={error}
            onChange={(value) => {
              setText(value);
              setError(undefined);
            }}
          />
          <label className="checkbox">
            <input type="checkbox" checked={keep} onChange={(event) => setKeep(event.target.checked)} />
            {t("signin.keep")}
          </label>
          <Button kind="accent" size="l" type="submit"><KeyRound aria-hidden />{t("signin.submit")}</Button>
        </Form>
        <p className="signin-operator">
          {t("signin.operator")}
          <code>dotnet run --project services/SupportGrid.Standalone -- token --subject ana --roles agent</code>
        </p>
      </div>
      <SettingsRow />
    </main>
  );
}
