import { type InteractionEmpathy, Trajectory } from "../api/gen/supportgrid/v1/empathy_pb";
import { useText } from "../i18n/use-text";

/** How the customer fares, in a word and a colour. */
export function Mood({ empathy }: { readonly empathy: InteractionEmpathy | undefined }) {
  const t = useText();
  const trajectory = empathy?.trajectory ?? Trajectory.UNSPECIFIED;
  if (trajectory === Trajectory.UNSPECIFIED) return null;
  return <span className="mood" data-mood={trajectory} role="status">{t(`desk.mood.${trajectory}`)}</span>;
}
