import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Offer } from "../api/gen/supportgrid/v1/desk_pb";
import { useText } from "../i18n/use-text";
import { channelId } from "../ui/channel";
import { KeptStore, recordOf } from "../ui/kept-store";
import { chime } from "./chime";
import { nameOf } from "./desk-state";
import { useDesk } from "./desk-tools";

interface Wishes {
  readonly sound: boolean;
  readonly notify: boolean;
}

const wishes = new KeptStore<Wishes>(localStorage, "supportgrid.alarms", (kept) => {
  const { sound, notify } = recordOf(kept);
  return { sound: sound !== false, notify: notify === true };
});

const useWishes = () => useSyncExternalStore(wishes.subscribe, wishes.getSnapshot);

/** An offer sounds, shows in the title and, if it is wished, as a notification of the desktop. */
export function useAlarms(offers: readonly Offer[], unread: number): void {
  const t = useText();
  const { queueName } = useDesk();
  const { sound, notify } = useWishes();
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const { offerId, interaction, queue, channel } of offers) {
      if (told.current.has(offerId)) continue;
      told.current.add(offerId);
      if (sound) chime();
      if (!notify || Notification.permission !== "granted" || document.visibilityState === "visible") continue;
      const note = new Notification(t("desk.alarm.title", { name: nameOf(interaction) }), {
        body: t("desk.alarm.body", {
          queue: queueName(queue), channel: t(channelId(channel)), subject: interaction?.subject ?? "",
        }),
        tag: offerId, icon: "/icon-192.png",
      });
      note.onclick = () => {
        window.focus();
        note.close();
      };
    }
  }, [offers, sound, notify, t, queueName]);

  const [first] = offers;
  const name = nameOf(first?.interaction);
  useEffect(() => {
    const plain = `${t("page.desk")} · ${t("app.name")}`;
    const title = unread > 0 ? t("desk.title.unread", { count: unread, title: plain }) : plain;
    document.title = first === undefined ? title : t("desk.title.offer", { name });
    const count = unread + offers.length;
    if ("setAppBadge" in navigator) void (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge());
  }, [first, name, unread, offers.length, t]);
}

export function AlarmSettings() {
  const t = useText();
  const { sound, notify } = useWishes();
  const [isBlocked, setBlocked] = useState(false);
  const wish = async (next: boolean) => {
    const granted = !next || await Notification.requestPermission() === "granted";
    setBlocked(!granted);
    wishes.set({ sound, notify: next && granted });
  };
  return (
    <div className="alarm-settings">
      <label className="checkbox">
        <input type="checkbox" checked={sound} onChange={(e) => wishes.set({ notify, sound: e.target.checked })} />
        {t("desk.alarm.sound")}
      </label>
      <label className="checkbox">
        <input type="checkbox" checked={notify} onChange={(e) => void wish(e.target.checked)} />
        {t("desk.alarm.notify")}
      </label>
      {isBlocked && <p className="field-error" role="alert">{t("desk.alarm.blocked")}</p>}
    </div>
  );
}
