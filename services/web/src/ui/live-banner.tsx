import { CircleAlert, WifiOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useAge, useText } from "../i18n/use-text";
import type { Live } from "../live/live-store";
import { Button } from "./button";
import "./live-banner.css";
import { useNow } from "./use-now";

interface Props {
  readonly live: Live<unknown>;
  readonly onTryNow: () => void;
  /** What an end means here, in words. */
  readonly endReason?: string;
}

/** The unmistakable sign that what is shown is not what is. It speaks of the stream itself, never of a side channel. */
export function LiveBanner({ live, onTryNow, endReason }: Props) {
  const t = useText();
  const age = useAge();
  const now = useNow();
  const restored = useRestored(live.phase);
  const shownAge = live.heardAt === undefined ? undefined : age(now - live.heardAt);
  if (live.phase === "cut") {
    const seconds = Math.max(0, Math.ceil(((live.retryAt ?? now) - now) / 1_000));
    return (
      <div className="banner banner-cut" role="alert" data-live="cut">
        <WifiOff aria-hidden />
        <strong>{shownAge === undefined ? t("live.cut.never") : t("live.cut", { age: shownAge })}</strong>
        <span className="numbers" aria-hidden>
          {live.retryAt === undefined ? t("live.retrying") : t("live.retry", { seconds })}
        </span>
        <Button size="s" onPress={onTryNow}>{t("live.now")}</Button>
      </div>
    );
  }
  if (live.phase === "ended") {
    return (
      <div className="banner banner-cut" role="alert" data-live="ended">
        <CircleAlert aria-hidden />
        <strong>{t("live.ended", { reason: endReason ?? "" })}</strong>
      </div>
    );
  }
  if (live.phase === "behind") {
    return (
      <div className="banner banner-behind" role="status" data-live="behind">
        <CircleAlert aria-hidden />
        <strong>{t("live.behind", { age: shownAge ?? "" })}</strong>
      </div>
    );
  }
  if (restored) {
    return <div className="banner banner-restored" role="status" data-live="restored">{t("live.restored")}</div>;
  }
  return null;
}

const RESTORED_MS = 4_000;

/** For a moment after a cut: people want to know that it is over. */
function useRestored(phase: Live<unknown>["phase"]): boolean {
  const wasCut = useRef(false);
  const [isShown, show] = useState(false);
  useEffect(() => {
    if (phase === "cut") wasCut.current = true;
    if (phase !== "synced" || !wasCut.current) return undefined;
    wasCut.current = false;
    show(true);
    const timer = setTimeout(() => show(false), RESTORED_MS);
    return () => clearTimeout(timer);
  }, [phase]);
  return isShown;
}
