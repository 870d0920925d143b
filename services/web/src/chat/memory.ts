import { readPlace, writePlace } from "../ui/storage";
import type { Unsent } from "./outbox";

/** An opening that may not have been answered yet: sent again, it opens the same interaction. */
export interface Opening {
  readonly requestId: string;
  readonly name: string;
  readonly text: string;
}

/** What must survive a reload. It goes with the tab. */
export interface Kept {
  readonly token: string;
  readonly name: string;
  readonly draft: string;
  readonly comment: string;
  readonly opening?: Opening | undefined;
  readonly interaction: string;
  readonly unsent: readonly Unsent[];
}

const nothing: Kept = { token: "", name: "", draft: "", comment: "", interaction: "", unsent: [] };

/** Written at every change, so that nothing typed is lost; where the browser forbids it, it lives with the page. */
export class Memory {
  private kept: Kept;

  constructor(
    private readonly place: () => Storage,
    private readonly key: string,
  ) {
    this.kept = this.read();
  }

  get now(): Kept {
    return this.kept;
  }

  keep(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    try {
      writePlace(this.place(), this.key, JSON.stringify(this.kept));
    } catch {
      // A frame whose storage the browser forbids: even naming it throws.
    }
  }

  private read(): Kept {
    try {
      const text = readPlace(this.place(), this.key);
      return text === null ? nothing : checked(JSON.parse(text));
    } catch {
      return nothing;
    }
  }
}

/** Another version may have written it: what does not fit is as if it were not there. */
function checked(value: unknown): Kept {
  if (typeof value !== "object" || value === null) return nothing;
  const kept = value as Partial<Record<keyof Kept, unknown>>;
  const text = (part: unknown): string => (typeof part === "string" ? part : "");
  const opening = kept.opening;
  return {
    token: text(kept.token),
    name: text(kept.name),
    draft: text(kept.draft),
    comment: text(kept.comment),
    interaction: text(kept.interaction),
    unsent: Array.isArray(kept.unsent) ? kept.unsent.filter(isUnsent) : [],
    opening: isOpening(opening) ? opening : undefined,
  };
}

function isUnsent(value: unknown): value is Unsent {
  if (typeof value !== "object" || value === null) return false;
  const item = value as Partial<Record<keyof Unsent, unknown>>;
  return typeof item.requestId === "string" && typeof item.text === "string"
    && typeof item.at === "number" && typeof item.after === "number";
}

function isOpening(value: unknown): value is Opening {
  if (typeof value !== "object" || value === null) return false;
  const item = value as Partial<Record<keyof Opening, unknown>>;
  return typeof item.requestId === "string" && typeof item.name === "string" && typeof item.text === "string";
}
