import { english, type TextId, type Texts } from "./en";
import { persian } from "./fa";
import { simplifiedChinese } from "./zh-hans";

/** Words, numbers and times in one language. All three are in the one script: they are small, and one request less. */
export interface Speech {
  readonly tag: "en" | "zh-Hans" | "fa";
  readonly direction: "ltr" | "rtl";
  readonly say: (id: TextId, values?: Readonly<Record<string, number | string>>) => string;
  /** Why something was not done, in words; the reason itself where there are none. */
  readonly reason: (reason: string) => string;
  readonly time: (ms: number) => string;
}

/** The first of the wanted languages that there is; else English. */
export function speechFor(wanted: readonly string[]): Speech {
  for (const tag of wanted) {
    const [language] = tag.toLowerCase().split("-");
    if (language === "en") return speech("en", "ltr", english, tag);
    if (language === "zh") return speech("zh-Hans", "ltr", simplifiedChinese, tag);
    if (language === "fa") return speech("fa", "rtl", persian, tag);
  }
  return speech("en", "ltr", english, "en");
}

function speech(tag: Speech["tag"], direction: Speech["direction"], texts: Texts, locale: string): Speech {
  const numbers = new Intl.NumberFormat(locale);
  const times = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
  const say: Speech["say"] = (id, values) => texts[id].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values?.[name];
    return typeof value === "number" ? numbers.format(value) : (value ?? whole);
  });
  return {
    tag,
    direction,
    say,
    reason: (reason) => isNotice(reason) ? say(`notice.${reason}`) : say("notice.other", { reason }),
    time: (ms) => times.format(ms),
  };
}

type Notice = Extract<TextId, `notice.${string}`> extends `notice.${infer R}` ? R : never;

function isNotice(reason: string): reason is Notice {
  return Object.hasOwn(english, `notice.${reason}`);
}
