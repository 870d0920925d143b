import { useRead } from "../api/use-read";
import { useTools } from "../app/session";
import { ServerClock } from "../ui/server-clock";
import { type Board, boardFold, type QueueRow } from "../wallboard/board";

export interface Queues {
  readonly rows: readonly QueueRow[];
  /** How far the server's clock is ahead of the page's. */
  readonly aheadMs: number;
}

/**
 * The queues with who waits in them, read off the board and read again now and then: a fourth stream beside the three
 * of the page would leave other tabs without connections.
 */
export function useQueues(everyMs: number): Queues | undefined {
  const { clients, clock } = useTools();
  const { value } = useRead({
    key: "queues", everyMs,
    read: async (signal): Promise<Queues> => {
      const end = new AbortController();
      const server = new ServerClock(clock);
      const both = AbortSignal.any([signal, end.signal]);
      let board: Board = boardFold.initial;
      try {
        for await (const response of server.over(clients.supervision.watchWallboard({}, { signal: both }))) {
          if (response.kind.case === "synced") break;
          board = boardFold.apply(board, response);
        }
      } finally {
        end.abort();
      }
      return { rows: board.queues.all(), aheadMs: server.at(0) };
    },
  });
  return value;
}
