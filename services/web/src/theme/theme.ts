import { readPlace, writePlace } from "../ui/storage";

/** "system" follows the machine. */
export type ThemeChoice = "system" | "light" | "dark";

const KEY = "supportgrid.theme";

export function chosenTheme(): ThemeChoice {
  const kept = readPlace(localStorage, KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
}

export function chooseTheme(choice: ThemeChoice): void {
  writePlace(localStorage, KEY, choice);
  applyTheme();
}

export function applyTheme(): void {
  const choice = chosenTheme();
  if (choice === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = choice;
}
