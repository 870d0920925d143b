import { describe, expect, it } from "vitest";
import { mayOpen, readToken } from "./token";

function token(claims: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(claims));
  return `e30.${btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_")}.c2ln`;
}

describe("a token", () => {
  it("says who holds it and what it opens", () => {
    const read = readToken(` ${token({ tenant: "t", sub: "zoë", roles: ["agent"], exp: 10 })}\n`, 9_000);
    expect(read).toMatchObject({ ok: true, identity: { tenant: "t", subject: "zoë", expiresAt: 10_000 } });
    expect(read.ok && mayOpen(read.identity, "desk")).toBe(true);
    expect(read.ok && mayOpen(read.identity, "admin")).toBe(false);
  });

  it("is refused with what is wrong with it", () => {
    expect(readToken("  ", 0)).toEqual({ ok: false, wrong: "empty" });
    for (const text of ["x", "a.b.c", token({ roles: [] }), "a.e30.c"]) {
      expect(readToken(text, 0)).toEqual({ ok: false, wrong: "malformed" });
    }
    expect(readToken(token({ sub: "a", roles: ["agent"], exp: 1 }), 1_000)).toMatchObject({ wrong: "expired" });
    expect(readToken(token({ sub: "a", roles: ["service"], exp: 1 }), 0)).toMatchObject({ wrong: "norole" });
  });
});
