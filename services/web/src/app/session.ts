import { createContext, useContext, useSyncExternalStore } from "react";
import { type Clients, createClients } from "../api/clients";
import { Commands } from "../api/command";
import type { Clock } from "../live/clock";
import { systemClock, systemDice } from "../live/clock";
import { readPlace, writePlace } from "../ui/storage";
import { type Identity, readToken } from "./token";

const KEY = "supportgrid.token";

/** Who is signed in. `isOver`: the gateway takes the token no more; the page stays until there is another. */
export interface Signed {
  readonly identity: Identity | undefined;
  readonly isOver: boolean;
}

/** The token of this tab, kept over reloads; on the device only where the person asked for it. */
export class Session {
  private signed: Signed = { identity: undefined, isOver: false };
  private readonly listeners = new Set<() => void>();

  constructor(private readonly clock: Clock) {
    const kept = readPlace(sessionStorage, KEY) ?? readPlace(localStorage, KEY);
    const read = kept === null ? undefined : readToken(kept, clock.now());
    if (read?.ok === true) this.signed = { identity: read.identity, isOver: false };
    else if (read?.ok === false && read.wrong === "expired") this.signed = { identity: undefined, isOver: true };
  }

  readonly getSnapshot = (): Signed => this.signed;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  signIn(identity: Identity, keepOnDevice: boolean): void {
    writePlace(sessionStorage, KEY, identity.token);
    writePlace(localStorage, KEY, keepOnDevice ? identity.token : null);
    this.set({ identity, isOver: false });
  }

  /** The gateway refused the token. */
  over(): void {
    if (!this.signed.isOver) this.set({ ...this.signed, isOver: true });
  }

  forget(): void {
    writePlace(sessionStorage, KEY, null);
    writePlace(localStorage, KEY, null);
    this.set({ identity: undefined, isOver: false });
  }

  /** A link may carry a token behind the "#": it is taken, and gone from the address at once. */
  takeFromAddress(): void {
    const token = new URLSearchParams(location.hash.slice(1)).get("token");
    if (token === null) return;
    history.replaceState(null, "", location.pathname + location.search);
    const read = readToken(token, this.clock.now());
    if (read.ok) this.signIn(read.identity, false);
  }

  private set(signed: Signed): void {
    this.signed = signed;
    for (const listener of [...this.listeners]) listener();
  }
}

/** What pages work with. */
export interface Tools {
  readonly clients: Clients;
  readonly commands: Commands;
  readonly session: Session;
  readonly clock: Clock;
}

export function createTools(): Tools {
  const clock = systemClock;
  const session = new Session(clock);
  session.takeFromAddress();
  // A link that is followed in a tab where the page is open already loads nothing anew.
  addEventListener("hashchange", () => session.takeFromAddress());
  const token = () => session.getSnapshot().identity?.token ?? "";
  return {
    clock,
    session,
    clients: createClients(location.origin, token),
    commands: new Commands({ clock, dice: systemDice, newId: () => crypto.randomUUID() }),
  };
}

export const ToolsContext = createContext<Tools | undefined>(undefined);

export function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (tools === undefined) throw new Error("no tools around this component");
  return tools;
}

export function useSigned(): Signed {
  const { session } = useTools();
  return useSyncExternalStore(session.subscribe, session.getSnapshot);
}

/** The identity of a page that is only shown to who is signed in. */
export function useIdentity(): Identity {
  const { identity } = useSigned();
  if (identity === undefined) throw new Error("nobody is signed in");
  return identity;
}
