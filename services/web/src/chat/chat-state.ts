import type { Phase } from "../live/live-store";
import type { Entry } from "./outbox";
import type { Wait } from "./place";
import { type Step, type Talk, talkFold } from "./talk";

export const NAME_LENGTH_MAX = 100;
export const TEXT_LENGTH_MAX = 8_000;
export const COMMENT_LENGTH_MAX = 1_000;

export type Field = "name" | "text" | "comment" | "score";
export type FieldProblem = "empty" | "long" | "unfit";

export interface ChatState {
  /** shut: nobody may chat here. form: nothing was said yet. opening: the first message is on its way. */
  readonly stage: "form" | "opening" | "talk" | "shut";
  readonly title: string;
  readonly greeting: string;
  readonly problems: Readonly<Partial<Record<Field, FieldProblem>>>;
  /** A reason of the server's that concerns no field, or "UNREACHABLE". */
  readonly notice: string | undefined;
  readonly phase: Phase;
  readonly step: Step | undefined;
  readonly talk: Talk;
  readonly wait: Wait;
  readonly entries: readonly Entry[];
  readonly isAgentTyping: boolean;
  readonly busy: "leave" | "reopen" | "rate" | undefined;
  /** The stream is over for good: it cannot be taken up again. */
  readonly isFinal: boolean;
}

/** Before anything was said or heard. */
export const initial: ChatState = {
  stage: "form", title: "", greeting: "", problems: {}, notice: undefined, phase: "connecting", step: undefined,
  talk: talkFold.initial, wait: { kind: "unknown", place: 0 }, entries: [], isAgentTyping: false, busy: undefined,
  isFinal: false,
};
