import { useCallback, useEffect, useRef, useState } from "react";
import { Alarm } from "./alarm";
import type { Judged } from "./limits";

export interface AlarmSwitch {
  /** Something should have sounded, and the browser kept it back. */
  readonly isBlocked: boolean;
  /** Somebody pressed: from now on it may sound. */
  readonly allow: () => void;
  readonly play: () => void;
}

/** Sounds once when a queue comes to "act": not for those that were so when the page opened, nor again each second. */
export function useAlarm(rows: readonly Judged[], isOn: boolean, isReady: boolean): AlarmSwitch {
  const [alarm] = useState(() => new Alarm());
  const [isBlocked, block] = useState(false);
  const known = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => () => alarm.close(), [alarm]);
  useEffect(() => {
    if (!isReady) return;
    const bad = new Set(rows.filter(({ worst }) => worst === "bad").map(({ row }) => row.id));
    const before = known.current;
    known.current = bad;
    if (!isOn || before === undefined || [...bad].every((id) => before.has(id))) return;
    block(!alarm.play());
  }, [rows, isOn, isReady, alarm]);
  const allow = useCallback(() => void alarm.allow().then((mayPlay) => block(!mayPlay)), [alarm]);
  const play = useCallback(() => void alarm.allow().then((mayPlay) => block(!mayPlay || !alarm.play())), [alarm]);
  return { isBlocked: isOn && isBlocked, allow, play };
}
