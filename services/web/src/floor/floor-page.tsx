import { useText } from "../i18n/use-text";

export default function FloorPage() {
  const t = useText();
  return <main className="notice"><h1>{t("page.floor")}</h1></main>;
}
