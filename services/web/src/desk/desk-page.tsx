import { useText } from "../i18n/use-text";

export default function DeskPage() {
  const t = useText();
  return <main className="notice"><h1>{t("page.desk")}</h1></main>;
}
