import { useText } from "../i18n/use-text";
import { useRunningTime } from "../ui/use-running-time";
import { useFloorContext } from "./floor-context";

/** How long ago an instant of the server is, by the server's clock. */
export function Since({ at, isStrong = false }: { readonly at: number | undefined; readonly isStrong?: boolean }) {
  const t = useText();
  const running = useRunningTime();
  const { now } = useFloorContext();
  if (at === undefined) return t("floor.nobody");
  return <span className={isStrong ? "numbers strong" : "numbers"}>{running(now - at)}</span>;
}
