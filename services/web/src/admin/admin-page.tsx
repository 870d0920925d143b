import { useText } from "../i18n/use-text";

export default function AdminPage() {
  const t = useText();
  return <main className="notice"><h1>{t("page.admin")}</h1></main>;
}
