import { CircleDot, LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from "react-aria-components";
import type { Agent } from "../api/gen/supportgrid/v1/desk_pb";
import { useText } from "../i18n/use-text";
import { useDesk } from "./desk-tools";
import { usePresenceName } from "./presence-name";

interface Props {
  readonly agent: Agent;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onSet: (presence: string, whenFree: boolean) => void;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}

/** Now, or ahead: what is chosen ahead comes when the work in hand is done. */
export function PresenceMenu({ agent, isOpen, onOpenChange, onSet, onSignOut, children }: Props) {
  const t = useText();
  const { options } = useDesk();
  const nameOf = usePresenceName(options);
  const presences = options?.presences ?? [];
  const isBusy = agent.work.length + agent.offers.length > 0;
  const act = (key: string) => {
    if (key === "out") onSignOut();
    else onSet(key.slice(2), key.startsWith("n:"));
  };
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {children}
      <Popover className="popover">
        <Menu className="menu" aria-label={t("desk.presence")} onAction={(key) => act(String(key))}>
          <MenuSection>
            <Header className="menu-head">{t("desk.presence.now")}</Header>
            {presences.map(({ key, takesWork }) => (
              <MenuItem key={key} id={`p:${key}`} className="menu-item" textValue={nameOf(key)}>
                <span className="presence-dot" data-status={takesWork ? "ready" : "away"} />
                {nameOf(key)}
                {key === agent.presence && <CircleDot className="menu-end" aria-hidden />}
              </MenuItem>
            ))}
          </MenuSection>
          {isBusy && (
            <MenuSection>
              <Header className="menu-head">{t("desk.presence.next")}</Header>
              {presences.map(({ key, takesWork }) => (
                <MenuItem key={key} id={`n:${key}`} className="menu-item" textValue={nameOf(key)}>
                  <span className="presence-dot" data-status={takesWork ? "ready" : "away"} />
                  {nameOf(key)}
                  {key === agent.nextPresence && <CircleDot className="menu-end" aria-hidden />}
                </MenuItem>
              ))}
            </MenuSection>
          )}
          <Separator className="menu-line" />
          <MenuItem id="out" className="menu-item"><LogOut aria-hidden />{t("desk.presence.signout")}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
