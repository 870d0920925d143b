import { readPlace, writePlace } from "../ui/storage";
import type { messages as english } from "./en";

export type MessageId = keyof typeof english;
export type Messages = Readonly<Record<MessageId, string>>;
export type Locale = "en" | "zh-Hans" | "fa";

interface LocaleRow {
  /** In its own words. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  readonly load: () => Promise<Messages>;
}

export const locales: Readonly<Record<Locale, LocaleRow>> = {
  "en": { name: "English", direction: "ltr", load: async () => (await import("./en")).messages },
  "zh-Hans": { name: "简体中文", direction: "ltr", load: async () => (await import("./zh-hans")).messages },
  "fa": { name: "فارسی", direction: "rtl", load: async () => (await import("./fa")).messages },
};

const KEY = "supportgrid.locale";

export function isLocale(text: string | null): text is Locale {
  return text !== null && Object.hasOwn(locales, text);
}

/** What was chosen, or the first language of the browser that there is; else English. */
export function preferredLocale(wanted: readonly string[] = navigator.languages): Locale {
  const kept = readPlace(localStorage, KEY);
  if (isLocale(kept)) return kept;
  for (const tag of wanted) {
    const [language] = tag.toLowerCase().split("-");
    if (language === "en") return "en";
    if (language === "zh") return "zh-Hans";
    if (language === "fa") return "fa";
  }
  return "en";
}

/** Dates and numbers as where the person is: British English where the browser says so. */
export function formatLocale(locale: Locale, wanted: readonly string[] = navigator.languages): string {
  const [language = locale] = locale.split("-");
  return wanted.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? locale;
}

export function keepLocale(locale: Locale): void {
  writePlace(localStorage, KEY, locale);
}
