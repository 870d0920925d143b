import { createContext, useContext, useMemo } from "react";
import { judge } from "../api/errors";
import type { GetDeskOptionsResponse, WatchDeskResponse } from "../api/gen/supportgrid/v1/desk_pb";
import type { RunCommand } from "../app/use-command";
import { type Tools, useIdentity, useTools } from "../app/session";
import { useLocaleChoice } from "../i18n/locale-provider";
import type { Locale } from "../i18n/locales";
import { systemDice } from "../live/clock";
import { LiveStore } from "../live/live-store";
import { nextFrame } from "../live/use-live";
import { KeptStore, recordOf } from "../ui/kept-store";
import type { Toasts } from "../ui/toasts";
import { deskFold, type DeskState } from "./desk-state";
import { Drafts } from "./drafts";
import { Outbox } from "./outbox";

/** What one agent's desk keeps beside what the server says. */
export interface Kept {
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  /** The last message that the agent has seen, by conversation. */
  readonly seen: KeptStore<Readonly<Record<string, number>>>;
}

export type DeskStore = LiveStore<DeskState, WatchDeskResponse>;

/** The stream of this desk; another language is another stream. */
export function useDeskStore(): DeskStore {
  const { clients, clock } = useTools();
  const { locale } = useLocaleChoice();
  return useMemo(() => new LiveStore<DeskState, WatchDeskResponse>({
    open: (cursor, signal) => clients.desk.watchDesk({ cursor, language: cuesIn(locale) }, { signal }),
    isLoose: ({ kind }) => kind.case === "typing",
    judge, fold: deskFold, clock, dice: systemDice, frame: nextFrame,
  }), [clients, clock, locale]);
}

/** Languages that cues are worded in. */
const cuesIn = (locale: Locale) => locale === "zh-Hans" ? "zh" : "en";

export function useKept(): Kept {
  const tools = useTools();
  const { tenant, subject } = useIdentity();
  return useMemo(() => keptOf(tools, `${tenant}/${subject}`), [tools, tenant, subject]);
}

function keptOf({ clients, clock }: Tools, owner: string): Kept {
  return {
    drafts: new Drafts(localStorage, owner, clock),
    outbox: new Outbox({
      place: localStorage, owner, clock, dice: systemDice, newId: () => crypto.randomUUID(),
      send: async ({ id, interactionId, text }) => {
        const { receipt } = await clients.desk.sendAgentMessage({ requestId: id, interactionId, text });
        return Number(receipt?.version ?? 0n);
      },
    }),
    seen: new KeptStore(localStorage, `supportgrid.seen.${owner}`, (kept) => Object.fromEntries(
      Object.entries(recordOf(kept)).flatMap(([id, n]) => typeof n === "number" ? [[id, n]] : []))),
  };
}

/** What the parts of the desk share. */
export interface DeskContextValue {
  readonly state: DeskState;
  readonly kept: Kept;
  readonly options: GetDeskOptionsResponse | undefined;
  readonly toasts: Toasts;
  readonly run: RunCommand;
  readonly queueName: (queue: string) => string;
}

export const DeskContext = createContext<DeskContextValue | undefined>(undefined);

export function useDesk(): DeskContextValue {
  const value = useContext(DeskContext);
  if (value === undefined) throw new Error("no desk around this component");
  return value;
}
