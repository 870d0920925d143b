/** Pages, and the roles that open them. */
export const pages = {
  desk: ["agent"],
  wallboard: ["wallboard", "supervisor"],
  floor: ["supervisor"],
  admin: ["admin"],
} as const satisfies Record<string, readonly string[]>;

export type PageName = keyof typeof pages;

export const pageNames = Object.keys(pages) as PageName[];

/** What a token says of who holds it. Nobody checks the signature here: the gateway does, at every call. */
export interface Identity {
  readonly token: string;
  readonly tenant: string;
  readonly subject: string;
  readonly roles: readonly string[];
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export type TokenReading =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly wrong: "empty" | "malformed" }
  | { readonly ok: false; readonly wrong: "expired"; readonly at: number }
  | { readonly ok: false; readonly wrong: "norole"; readonly roles: readonly string[] };

export function mayOpen(identity: Identity, page: PageName): boolean {
  return pages[page].some((role) => identity.roles.includes(role));
}

export function readToken(text: string, now: number): TokenReading {
  const token = text.trim();
  if (token === "") return { ok: false, wrong: "empty" };
  const claims = claimsOf(token);
  if (claims === undefined) return { ok: false, wrong: "malformed" };
  const { roles, expiresAt } = claims;
  if (expiresAt <= now) return { ok: false, wrong: "expired", at: expiresAt };
  const identity = { token, ...claims };
  if (!pageNames.some((page) => mayOpen(identity, page))) return { ok: false, wrong: "norole", roles };
  return { ok: true, identity };
}

function claimsOf(token: string): Omit<Identity, "token"> | undefined {
  const [, body, signature] = token.split(".");
  if (body === undefined || signature === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(body.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    const { tenant, sub, roles, exp } = claims;
    if (typeof sub !== "string" || typeof exp !== "number") return undefined;
    return {
      tenant: typeof tenant === "string" ? tenant : "",
      subject: sub,
      // An authority may keep the roles elsewhere; then the gateway alone says what may be opened.
      roles: Array.isArray(roles) ? roles.filter((role) => typeof role === "string") : Object.values(pages).flat(),
      expiresAt: exp * 1_000,
    };
  } catch {
    return undefined;
  }
}
