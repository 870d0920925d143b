import { useEffect, useState } from "react";
import type { Typing } from "../api/gen/supportgrid/v1/customer_pb";
import { useText } from "../i18n/use-text";
import { spanMs } from "../ui/time";

/** Says that the customer is writing, until they have stopped or the word of it has run out. */
export function Writing({ typing, name }: { readonly typing: Typing | undefined; readonly name: string }) {
  const t = useText();
  const [isOver, setOver] = useState<Typing>();
  const expiresMs = spanMs(typing?.expiresIn);
  useEffect(() => {
    if (typing === undefined || expiresMs === undefined) return undefined;
    const timer = setTimeout(() => setOver(typing), expiresMs);
    return () => clearTimeout(timer);
  }, [typing, expiresMs]);
  const isShown = typing !== undefined && expiresMs !== undefined && isOver !== typing;
  return (
    <p className="writing" role="status">
      {isShown && <><span className="dots" aria-hidden><i /><i /><i /></span>{t("desk.talk.writing", { name })}</>}
    </p>
  );
}
