import { createContext, useContext } from "react";
import type { Floor } from "./use-floor";

/** What the parts of the floor share. */
export interface FloorContextValue {
  readonly floor: Floor;
  readonly agentName: (id: string) => string;
  readonly queueName: (id: string) => string;
  /** What time it is on the server, to the second; stands while nobody is heard. */
  readonly now: number;
  readonly open: (tab: "interactions" | "agents", id: string | undefined) => void;
}

export const FloorContext = createContext<FloorContextValue | undefined>(undefined);

export function useFloorContext(): FloorContextValue {
  const value = useContext(FloorContext);
  if (value === undefined) throw new Error("no floor around this component");
  return value;
}
