import {
  CircleDashed, CirclePause, CirclePlay, CircleSlash, ClipboardPen, Hourglass, MessageCircle, Phone, PhoneOff, Power,
} from "lucide-react";
import { useText } from "../i18n/use-text";
import type { StateKey, StatusKey } from "./lists";

const states = {
  unknown: CircleDashed, queued: Hourglass, offered: Phone, connected: MessageCircle, held: CirclePause,
  wrapping: ClipboardPen, closed: CircleSlash,
} as const satisfies Record<StateKey, unknown>;

const statuses = {
  out: Power, offQueue: CirclePause, idle: CirclePlay, offered: Phone, interacting: MessageCircle,
  wrapping: ClipboardPen, notResponding: PhoneOff,
} as const satisfies Record<StatusKey, unknown>;

/** A state as sign, colour and word. */
export function StateMark({ state }: { readonly state: StateKey }) {
  const t = useText();
  const Sign = states[state];
  return <span className="mark" data-mark={state}><Sign aria-hidden />{t(`state.${state}`)}</span>;
}

export function StatusMark({ status }: { readonly status: StatusKey }) {
  const t = useText();
  const Sign = statuses[status];
  return <span className="mark" data-mark={status}><Sign aria-hidden />{t(`status.${status}`)}</span>;
}
