import { CircleUserRound } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { Overlay } from "../ui/overlay";
import "./account-menu.css";
import { onLinkClick } from "./location";
import { useIdentity, useTools } from "./session";
import { SettingsRow } from "./settings";
import { mayOpen, pageNames } from "./token";

/** Who is signed in, the settings, and the way to the other pages that the token opens. */
export function AccountMenu({ children }: { readonly children?: ReactNode }) {
  const t = useText();
  const { session } = useTools();
  const identity = useIdentity();
  const [isOpen, open] = useState(false);
  const { subject, tenant } = identity;
  const others = pageNames.filter((page) => mayOpen(identity, page));
  return (
    <>
      <Button kind="ghost" isIcon aria-label={t("account.menu", { subject, tenant })} onPress={() => open(true)}>
        <CircleUserRound aria-hidden />
      </Button>
      <Overlay title={`${subject} · ${tenant}`} isOpen={isOpen} onClose={() => open(false)}>
        {others.length > 1 && (
          <nav className="account-pages">
            {others.map((page) => <a key={page} href={`/${page}`} onClick={onLinkClick}>{t(`page.${page}`)}</a>)}
          </nav>
        )}
        <SettingsRow />
        {children}
        <div className="overlay-actions">
          <Button onPress={() => session.forget()}>{t("account.signout")}</Button>
        </div>
      </Overlay>
    </>
  );
}
