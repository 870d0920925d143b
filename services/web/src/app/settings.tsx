import { useState } from "react";
import { useLocaleChoice } from "../i18n/locale-provider";
import { isLocale, type Locale, locales } from "../i18n/locales";
import { useText } from "../i18n/use-text";
import { chosenTheme, chooseTheme, type ThemeChoice } from "../theme/theme";

const themes: readonly ThemeChoice[] = ["system", "light", "dark"];

/** Language and appearance; native controls, so that it works before anything else does. */
export function SettingsRow() {
  const t = useText();
  const { locale, choose } = useLocaleChoice();
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <div className="settings-row">
      <label>
        {t("account.language")}
        <select value={locale} onChange={(event) => isLocale(event.target.value) && choose(event.target.value)}>
          {(Object.keys(locales) as Locale[]).map((key) =>
            <option key={key} value={key} lang={key}>{locales[key].name}</option>)}
        </select>
      </label>
      <label>
        {t("account.theme")}
        <select
          value={theme}
          onChange={(event) => {
            const next = themes.find((choice) => choice === event.target.value) ?? "system";
            chooseTheme(next);
            setTheme(next);
          }}
        >
          {themes.map((choice) => <option key={choice} value={choice}>{t(`theme.${choice}`)}</option>)}
        </select>
      </label>
    </div>
  );
}
