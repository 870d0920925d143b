import { useEffect, useRef, useState } from "react";
import { mayBeRepeated, type Problem, problemOf } from "../api/errors";
import type { GetInteractionResponse } from "../api/gen/supportgrid/v1/supervision_pb";
import { useTools } from "../app/session";

/** What is said is no change of the live list: it is read again this often while somebody looks. */
const READ_EVERY_MS = 1_500;
/** Text that was not read for this long is no text of now. */
export const TEXT_OLD_AFTER_MS = 6_000;

export interface Conversation {
  readonly value: GetInteractionResponse | undefined;
  readonly problem: Problem | undefined;
  /** When it was read, by the page's clock. */
  readonly readAt: number | undefined;
}

const nothing: Conversation & { readonly id: string } = {
  id: "", value: undefined, problem: undefined, readAt: undefined,
};

/** One interaction with all that was said and done, read again and again, and at once when the list says it changed. */
export function useConversation(id: string, version: bigint | undefined): Conversation {
  const { clients, clock } = useTools();
  const [state, set] = useState(nothing);
  const readNow = useRef<() => void>(undefined);
  useEffect(() => {
    const abort = new AbortController();
    let cancel: (() => void) | undefined;
    let isReading = false;
    let isWanted = false;
    const read = async (): Promise<void> => {
      isWanted = isReading;
      if (isReading) return;
      isReading = true;
      cancel?.();
      let mayGoOn = true;
      try {
        const value = await clients.supervision.getInteraction({ interactionId: id }, { signal: abort.signal });
        set({ id, value, problem: undefined, readAt: clock.now() });
      } catch (thrown) {
        if (abort.signal.aborted) return;
        const problem = problemOf(thrown);
        mayGoOn = mayBeRepeated(problem);
        set((now) => (now.id === id ? { ...now, problem } : { ...nothing, id, problem }));
      }
      isReading = false;
      if (!abort.signal.aborted && mayGoOn) cancel = clock.after(isWanted ? 0 : READ_EVERY_MS, () => void read());
    };
    readNow.current = () => void read();
    void read();
    return () => {
      abort.abort();
      cancel?.();
    };
  }, [id, clients, clock]);
  useEffect(() => {
    if (version !== undefined) readNow.current?.();
  }, [version]);
  return state.id === id ? state : nothing;
}
