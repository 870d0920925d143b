import type { ReactNode } from "react";
import { AccountMenu } from "./account-menu";
import "./top-bar.css";

interface Props {
  readonly title: string;
  /** Beside the title: where on the page one is, how old what is shown is. */
  readonly aside?: ReactNode;
  /** At the end, before the account. */
  readonly children?: ReactNode;
}

/** The head of a page. */
export function TopBar({ title, aside, children }: Props) {
  return (
    <header className="top-bar">
      <img src="/icon.svg" alt="" />
      <h1>{title}</h1>
      {aside}
      <div className="top-bar-tools">
        {children}
        <AccountMenu />
      </div>
    </header>
  );
}
