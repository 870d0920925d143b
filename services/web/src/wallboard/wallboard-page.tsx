import { useText } from "../i18n/use-text";

export default function WallboardPage() {
  const t = useText();
  return <main className="notice"><h1>{t("page.wallboard")}</h1></main>;
}
