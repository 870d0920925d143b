import type { Clock } from "../live/clock";
import { KeptStore, recordOf } from "../ui/kept-store";

interface Draft {
  readonly text: string;
  readonly at: number;
}

type All = Readonly<Record<string, Draft>>;

const KEPT_MS = 7 * 24 * 3_600_000;

/** What was typed and not sent, per place ("say:i-1", "note:i-1"): survives reloads, for a week. */
export class Drafts {
  private readonly store: KeptStore<All>;

  constructor(place: Storage, owner: string, private readonly clock: Clock) {
    this.store = new KeptStore<All>(place, `supportgrid.drafts.${owner}`, (kept) => this.read(kept));
  }

  readonly subscribe = (listener: () => void): (() => void) => this.store.subscribe(listener);

  readonly getSnapshot = (): All => this.store.getSnapshot();

  get(place: string): string {
    return this.store.getSnapshot()[place]?.text ?? "";
  }

  set(place: string, text: string): void {
    const others = Object.entries(this.store.getSnapshot()).filter(([other]) => other !== place);
    if (text !== "") others.push([place, { text, at: this.clock.now() }]);
    this.store.set(Object.fromEntries(others));
  }

  private read(kept: unknown): All {
    const now = this.clock.now();
    return Object.fromEntries(Object.entries(recordOf(kept)).flatMap(([place, value]) => {
      const { text, at } = recordOf(value);
      return typeof text === "string" && typeof at === "number" && now - at < KEPT_MS ? [[place, { text, at }]] : [];
    }));
  }
}
