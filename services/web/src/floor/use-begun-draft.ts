import { useEffect, useRef } from "react";
import type { Interaction } from "../api/gen/supportgrid/v1/common_pb";
import { basisOf } from "./changed";
import { useDraft } from "./use-draft";

type Draft = Readonly<Record<string, string>>;

interface BegunDraft {
  readonly draft: Draft;
  readonly set: (change: Draft) => void;
  /** What the interaction was when the person began. */
  readonly basis: Draft;
  /** The person has seen how it is now. */
  readonly rebase: () => void;
  /** Sent, or taken back. */
  readonly end: () => void;
}

/** A draft about an interaction that remembers what it was begun on. */
export function useBegunDraft(kind: string, interaction: Interaction): BegunDraft {
  const [draft, set, clear] = useDraft(`${kind}.${interaction.interactionId}`);
  const isOver = useRef(false);
  useEffect(() => {
    if (draft["begun"] === undefined && !isOver.current) set({ begun: "yes", ...basisOf(interaction) });
  });
  const { state, queue, agent, priority } = draft;
  const basis = Object.fromEntries(
    Object.entries({ state, queue, agent, priority }).filter((entry): entry is [string, string] =>
      entry[1] !== undefined));
  return {
    draft, set, basis,
    rebase: () => set(basisOf(interaction)),
    end: () => {
      isOver.current = true;
      clear();
    },
  };
}
