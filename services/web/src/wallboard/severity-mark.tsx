import { OctagonAlert, TriangleAlert } from "lucide-react";
import { useText } from "../i18n/use-text";
import type { Severity } from "./limits";

/** A severity as a sign of its own shape; calm has none. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const t = useText();
  if (severity === "calm") return null;
  const Sign = severity === "bad" ? OctagonAlert : TriangleAlert;
  const word = t(`board.severity.${severity}`);
  return <Sign className="severity-mark" data-severity={severity} role="img" aria-label={word} />;
}
