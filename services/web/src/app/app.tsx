import { Component, lazy, type ReactNode, Suspense, useEffect } from "react";
import { useText } from "../i18n/use-text";
import { navigate, onLinkClick, usePath } from "./location";
import { useSigned } from "./session";
import { SignIn } from "./sign-in";
import "./app.css";
import { type Identity, mayOpen, type PageName, pageNames, pages } from "./token";

/** Each page is a chunk of its own: a wallboard does not load the desk. */
const parts = {
  desk: lazy(() => import("../desk/desk-page")),
  wallboard: lazy(() => import("../wallboard/wallboard-page")),
  floor: lazy(() => import("../floor/floor-page")),
  admin: lazy(() => import("../admin/admin-page")),
} as const satisfies Record<PageName, unknown>;

export function App() {
  const path = usePath();
  const { identity, isOver } = useSigned();
  const page = pageNames.find((name) => path === `/${name}` || path.startsWith(`/${name}/`));
  const isHome = path === "/" || path === "/index.html";
  useEffect(() => {
    const first = identity === undefined ? undefined : pageNames.find((name) => mayOpen(identity, name));
    if (isHome && first !== undefined) navigate(`/${first}`);
  }, [identity, isHome]);
  if (page === undefined && !isHome) return <Unknown path={path} />;
  if (identity === undefined) return <SignIn />;
  if (page === undefined) return null;
  return (
    <>
      {isOver && <div className="over"><SignIn /></div>}
      <div className="page" inert={isOver}>
        <Page name={page} identity={identity} />
      </div>
    </>
  );
}

function Page({ name, identity }: { readonly name: PageName; readonly identity: Identity }) {
  const t = useText();
  const title = t(`page.${name}`);
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title, t]);
  if (!mayOpen(identity, name)) return <Forbidden name={name} identity={identity} />;
  const Part = parts[name];
  return (
    <Mishaps key={name}>
      {/* A new identity is a new page: nothing of one person is ever shown to another. */}
      <Suspense fallback={<p className="notice" role="status">{t("page.loading")}</p>}>
        <Part key={`${identity.tenant}/${identity.subject}`} />
      </Suspense>
    </Mishaps>
  );
}

function Unknown({ path }: { readonly path: string }) {
  const t = useText();
  return (
    <main className="notice">
      <h1>{t("page.unknown")}</h1>
      <p>{t("page.unknown.hint", { path })}</p>
      <a href="/" onClick={onLinkClick}>{t("page.home")}</a>
    </main>
  );
}

function Forbidden({ name, identity }: { readonly name: PageName; readonly identity: Identity }) {
  const t = useText();
  return (
    <main className="notice">
      <h1>{t("page.forbidden")}</h1>
      <p>{t("page.forbidden.hint", { roles: identity.roles.join(", "), needed: pages[name].join(", ") })}</p>
      <a href="/" onClick={onLinkClick}>{t("page.home")}</a>
    </main>
  );
}

/** A fault of a page is said, never a white window. */
class Mishaps extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <Mishap error={this.state.error} />;
  }
}

function Mishap({ error }: { readonly error: unknown }) {
  const t = useText();
  return (
    <main className="notice" role="alert">
      <h1>{t("page.broken")}</h1>
      <p>{t("page.broken.hint", { error: error instanceof Error ? error.message : String(error) })}</p>
      <button type="button" onClick={() => location.reload()}>{t("page.reload")}</button>
    </main>
  );
}
