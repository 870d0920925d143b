import "./theme/font.css";
import "./theme/tokens.css";
import "./theme/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { createTools, ToolsContext } from "./app/session";
import { LocaleProvider } from "./i18n/locale-provider";
import { locales, preferredLocale } from "./i18n/locales";
import { applyTheme } from "./theme/theme";

async function start(): Promise<void> {
  applyTheme();
  const locale = preferredLocale();
  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no #root");
  createRoot(root).render(
    <StrictMode>
      <ToolsContext value={createTools()}>
        <LocaleProvider first={locale} firstMessages={await locales[locale].load()}>
          <App />
        </LocaleProvider>
      </ToolsContext>
    </StrictMode>,
  );
}

void start();

// The page works without it (private windows refuse it); with it, it opens while the server is away.
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  navigator.serviceWorker.register("/sw.js").catch((error: unknown) => console.warn("no service worker", error));
}
