import { useCallback } from "react";
import type { GetDeskOptionsResponse } from "../api/gen/supportgrid/v1/desk_pb";
import { useText } from "../i18n/use-text";

/** What people call a presence: the tenant's own name, or "online" in the language of the page. */
export function usePresenceName(options: GetDeskOptionsResponse | undefined): (key: string) => string {
  const t = useText();
  return useCallback((key) => {
    if (key === "online") return t("desk.presence.online");
    const name = options?.presences.find((presence) => presence.key === key)?.displayName ?? "";
    return name === "" ? key : name;
  }, [options, t]);
}
