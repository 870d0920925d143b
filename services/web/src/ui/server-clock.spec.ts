import { expect, it } from "vitest";
import { FakeClock } from "../live/testing";
import { ServerClock } from "./server-clock";

it("trusts the word that travelled fastest", async () => {
  const clock = new FakeClock();
  const server = new ServerClock(clock);
  server.hear(10_000 - 300);
  server.hear(10_000 - 20);
  server.hear(10_000 - 500);
  expect(server.at(clock.now())).toBe(9_980);
  await clock.pass(1_000);
  expect(server.at(clock.now())).toBe(10_980);
});

it("tells the age of what is shown by the server's clock, not by this machine's", async () => {
  const clock = new FakeClock();
  const server = new ServerClock(clock);
  expect(server.age(clock.now())).toBeUndefined();
  server.hear(-3_600_000);
  await clock.pass(4_000);
  expect(server.age(clock.now())).toBe(4_000);
  // A word that a proxy kept for a second is a second old when it comes.
  server.hear(-3_600_000 + 3_000);
  expect(server.age(clock.now())).toBe(1_000);
});

it("starts anew when a clock was set", () => {
  const server = new ServerClock(new FakeClock());
  server.hear(0);
  server.hear(-60_000);
  expect(server.at(0)).toBe(-60_000);
});
