import { useMemo, useState } from "react";
import type { Offer } from "../api/gen/supportgrid/v1/desk_pb";
import { useTools } from "../app/session";
import { useProblemText } from "../ui/use-problem-text";
import { useDesk } from "./desk-tools";

export interface OfferCommands {
  readonly accept: (offer: Offer) => void;
  readonly reject: (offer: Offer, reason: string) => void;
  /** Offers that were answered and whose end has not come yet. */
  readonly answered: ReadonlySet<string>;
}

export function useOfferCommands(onAccepted: (interactionId: string) => void): OfferCommands {
  const { clients } = useTools();
  const { run, toasts } = useDesk();
  const explain = useProblemText();
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const answer = async (offer: Offer, what: string, send: (requestId: string) => Promise<unknown>) => {
      setAnswered((now) => new Set(now).add(offer.offerId));
      const outcome = await run(`${what}:${offer.offerId}`, send);
      if (outcome.ok) return true;
      toasts.say(explain(outcome.problem));
      setAnswered((now) => new Set([...now].filter((id) => id !== offer.offerId)));
      return false;
    };
    return {
      answered,
      accept: (offer) => {
        const { offerId, interactionId } = offer;
        void answer(offer, "accept", (requestId) => clients.desk.acceptOffer({ requestId, interactionId, offerId }))
          .then((ok) => ok && onAccepted(interactionId));
      },
      reject: (offer, reason) => {
        const { offerId, interactionId } = offer;
        void answer(offer, "reject", (requestId) =>
          clients.desk.rejectOffer({ requestId, interactionId, offerId, reason }));
      },
    };
  }, [answered, clients, run, toasts, explain, onAccepted]);
}
