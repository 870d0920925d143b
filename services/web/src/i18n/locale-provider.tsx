import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { IntlProvider } from "react-intl";
import { formatLocale, keepLocale, type Locale, locales, type Messages } from "./locales";

interface LocaleChoice {
  readonly locale: Locale;
  readonly choose: (locale: Locale) => void;
}

const Context = createContext<LocaleChoice>({ locale: "en", choose: () => undefined });

export const useLocaleChoice = (): LocaleChoice => useContext(Context);

interface Props {
  readonly first: Locale;
  readonly firstMessages: Messages;
  readonly children: ReactNode;
}

/** Words, numbers, dates and direction of one language; another is loaded when it is chosen. */
export function LocaleProvider({ first, firstMessages, children }: Props) {
  const [{ locale, messages }, set] = useState({ locale: first, messages: firstMessages });
  const choose = useCallback((next: Locale) => {
    keepLocale(next);
    void locales[next].load().then((loaded) => set({ locale: next, messages: loaded }));
  }, []);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dir = locales[locale].direction;
  }, [locale]);
  return (
    <Context value={{ locale, choose }}>
      <I18nProvider locale={locale}>
        <IntlProvider locale={formatLocale(locale)} messages={messages} defaultLocale="en">
          {children}
        </IntlProvider>
      </I18nProvider>
    </Context>
  );
}
