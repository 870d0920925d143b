import { useEffect, useRef, useState } from "react";
import { systemClock } from "../live/clock";

/** A value at most every so often: the first change at once, of those that follow in the time the last. */
export function useSettled<T>(value: T, everyMs: number): T {
  const [shown, show] = useState(value);
  const latest = useRef(value);
  const isWaiting = useRef(false);
  const cancel = useRef<() => void>(undefined);
  useEffect(() => {
    latest.current = value;
    if (isWaiting.current) return;
    isWaiting.current = true;
    show(value);
    const turn = () => {
      isWaiting.current = false;
      show(latest.current);
    };
    cancel.current = systemClock.after(everyMs, turn);
  }, [value, everyMs]);
  useEffect(() => () => {
    cancel.current?.();
    isWaiting.current = false;
  }, []);
  return shown;
}
