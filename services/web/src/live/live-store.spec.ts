import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BEHIND_AFTER_MS, type Live, LiveStore } from "./live-store";
import { BrokenError, FakeClock, FakeStream, settle } from "./testing";
import { DEAD_AFTER_MS, type Verdict } from "./watch";

interface Word {
  readonly cursor: string;
  readonly kind: { readonly case: "item" | "synced" | "bookmark" };
  readonly text: string;
}

const say = (text: string, cursor = ""): Word => ({ cursor, kind: { case: "item" }, text });
const synced = (cursor: string): Word => ({ cursor, kind: { case: "synced" }, text: "" });
const bookmark = (cursor: string): Word => ({ cursor, kind: { case: "bookmark" }, text: "" });

const judge = (error: unknown): Verdict => {
  if (!(error instanceof BrokenError) || error.kind === "cut") return { kind: "resume" };
  return error.kind === "relist" ? { kind: "relist" } : { kind: "end", error };
};

/** The text that was heard: a word that comes twice, or not at all, shows. */
const fold = { initial: "", apply: (state: string, word: Word) => state + word.text };

function follow(dice = (): number => 0) {
  const clock = new FakeClock();
  const opened: { cursor: string; stream: FakeStream<Word> }[] = [];
  const store = new LiveStore<string, Word>({
    open: (cursor, signal) => {
      const stream = new FakeStream<Word>();
      opened.push({ cursor, stream });
      return stream.read(signal);
    },
    judge, fold, clock, dice,
    frame: (run) => run(),
  });
  const seen: Live<string>[] = [];
  const stop = store.subscribe(() => seen.push(store.getSnapshot()));
  const last = () => {
    const found = opened.at(-1);
    if (found === undefined) throw new Error("no stream was opened");
    return found;
  };
  return { clock, opened, store, seen, stop, last };
}

describe("a live view", () => {
  it("shows nothing of a list that is not whole", async () => {
    const { store, last } = follow();
    last().stream.push(say("a"), say("b"));
    await settle();
    expect(store.getSnapshot()).toMatchObject({ state: "", phase: "connecting" });
    last().stream.push(synced("1"));
    await settle();
    expect(store.getSnapshot()).toMatchObject({ state: "ab", phase: "synced" });
  });

  it("resumes at the last cursor and drops half an event", async () => {
    const { clock, store, last } = follow();
    last().stream.push(say("a"), synced("1"), say("b", "2"), say("c"));
    last().stream.fail(new BrokenError("cut"));
    await settle();
    expect(store.getSnapshot()).toMatchObject({ state: "ab", phase: "cut", retryAt: 0 });
    await clock.pass(1);
    expect(last().cursor).toBe("2");
    last().stream.push(say("c"), say("d", "3"), bookmark("3"));
    await settle();
    expect(store.getSnapshot()).toMatchObject({ state: "abcd", phase: "synced" });
  });

  it("stays behind after a resume until the backlog is over", async () => {
    const { clock, store, last } = follow();
    last().stream.push(synced("1"));
    last().stream.fail(new BrokenError("cut"));
    await clock.pass(1);
    last().stream.push(say("b", "2"));
    await settle();
    expect(store.getSnapshot()).toMatchObject({ state: "b", phase: "behind" });
    last().stream.push(bookmark("2"));
    await settle();
    expect(store.getSnapshot().phase).toBe("synced");
  });

  it("keeps what it shows while it lists again", async () => {
    const { clock, store, last } = follow();
    last().stream.push(say("old"), synced("1"));
    last().stream.fail(new BrokenError("relist"));
    await clock.pass(1);
    expect(last().cursor).toBe("");
    last().stream.push(say("new"));
    await settle();
    expect(store.getSnapshot()).toMatchObject({ state: "old", phase: "behind" });
    last().stream.push(synced("9"));
    await settle();
    expect(store.getSnapshot()).toMatchObject({ state: "new", phase: "synced" });
  });

  it("says that it is behind when nothing comes, and opens anew when it is dead", async () => {
    const { clock, store, opened, last } = follow();
    last().stream.push(synced("1"));
    await clock.pass(BEHIND_AFTER_MS);
    expect(store.getSnapshot().phase).toBe("behind");
    await clock.pass(DEAD_AFTER_MS - BEHIND_AFTER_MS);
    expect(opened).toHaveLength(2);
    expect(last().cursor).toBe("1");
  });

  it("does not wait for the watchdog after sleep", async () => {
    const { clock, store, opened, last } = follow();
    last().stream.push(synced("1"));
    await clock.pass(BEHIND_AFTER_MS + 1);
    store.nudge();
    await clock.pass(0);
    expect(opened).toHaveLength(2);
    store.nudge();
    await clock.pass(0);
    expect(opened).toHaveLength(3);
  });

  it("waits longer after each failure, by chance, and never above the ceiling", async () => {
    const { clock, store, last, opened } = follow(() => 0.999);
    let before = clock.now();
    for (let failure = 1; failure < 12; failure++) {
      last().stream.fail(new BrokenError("cut"));
      await settle();
      const retryAt = store.getSnapshot().retryAt ?? Number.NaN;
      expect(retryAt - before).toBeLessThanOrEqual(10_000);
      expect(retryAt - before).toBeGreaterThanOrEqual(Math.min(9_990, 499 * 2 ** (failure - 1)) - 1);
      await clock.pass(retryAt - before);
      expect(opened).toHaveLength(failure + 1);
      before = clock.now();
    }
  });

  it("ends on what no repeat mends, and goes on with a new token where it was", async () => {
    const { clock, store, last, opened } = follow();
    last().stream.push(synced("1"));
    last().stream.fail(new BrokenError("end"));
    await clock.pass(100_000);
    expect(store.getSnapshot().phase).toBe("ended");
    expect(opened).toHaveLength(1);
    store.restart();
    expect(last().cursor).toBe("1");
  });

  it("follows only while somebody looks", async () => {
    const { clock, stop, opened } = follow();
    stop();
    await clock.pass(100_000);
    expect(opened).toHaveLength(1);
  });

  it("comes to the same, wherever the stream is cut", async () => {
    const events = fc.array(fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 3 }), { maxLength: 8 });
    const cuts = fc.array(fc.nat(12), { maxLength: 12 });
    await fc.assert(fc.asyncProperty(events, cuts, fc.nat(8), async (log, breaks, listed) => {
      const { clock, store, last } = follow();
      const whole = log.flat().join("");
      const listSize = Math.min(listed, log.length);
      for (const after of [...breaks, Number.POSITIVE_INFINITY]) {
        const { cursor, stream } = last();
        const words = wordsAfter(log, listSize, cursor);
        stream.push(...words.slice(0, after));
        stream.fail(new BrokenError("cut"));
        await clock.pass(1);
      }
      expect(store.getSnapshot().state).toBe(whole);
    }), { numRuns: 300 });
  });
});

/** What the server would send: the list and everything after it, or everything after the cursor. */
function wordsAfter(log: string[][], listSize: number, cursor: string): Word[] {
  const changes = (from: number): Word[] => log.slice(from).flatMap((event, index) =>
    event.map((text, part) => say(text, part === event.length - 1 ? String(from + index + 1) : "")));
  if (cursor !== "") return [...changes(Number(cursor)), bookmark(String(log.length))];
  return [...log.slice(0, listSize).flat().map((text) => say(text)), synced(String(listSize)), ...changes(listSize)];
}
