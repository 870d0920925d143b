import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Entries of their own: the application, and whatever customers see (small, without React). Add a row for another page.
const entries = {
  app: here("index.html"),
  chat: here("chat.html"),
  demo: here("chat/demo.html"),
  widget: here("src/chat/widget/widget.ts"),
};

// What other people's pages name in a script tag keeps its name.
const entryName = (chunk: { name: string }): string =>
  chunk.name === "widget" ? "chat/widget.js" : "assets/[name]-[hash].js";

export default defineConfig({
  plugins: [react()],
  base: "/",
  build: {
    outDir: "dist",
    target: "es2023",
    // Nothing is inlined: the Content-Security-Policy has no data: scripts, and hashed files are cached for ever.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: entries, output: { entryFileNames: entryName } },
  },
  server: { proxy: { "/supportgrid.v1.": process.env["SUPPORTGRID"] ?? "http://127.0.0.1:5080" } },
  test: { environment: "node", include: ["src/**/*.spec.ts"], reporters: ["default"] },
});
