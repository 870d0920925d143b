import { Pencil, Zap } from "lucide-react";
import { useMemo, useState, useSyncExternalStore } from "react";
import {
  Autocomplete, Dialog, DialogTrigger, Input, Menu, MenuItem, Popover, SearchField, useFilter,
} from "react-aria-components";
import { useIdentity } from "../app/session";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { type Canned, cannedStore, fill } from "./canned";
import { CannedEditor } from "./canned-editor";
import { type Conversation, nameOf } from "./desk-state";
import { useDesk } from "./desk-tools";

const first = ["greeting", "wait", "sorry", "else", "bye"] as const;

interface Props {
  readonly conversation: Conversation;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onChoose: (text: string) => void;
}

/** Replies found by typing, filled with the names of this conversation. */
export function CannedMenu({ conversation, isOpen, onOpenChange, onChoose }: Props) {
  const t = useText();
  const { state, queueName } = useDesk();
  const { tenant, subject } = useIdentity();
  const { contains } = useFilter({ sensitivity: "base" });
  const store = useMemo(() => cannedStore(localStorage, `${tenant}/${subject}`), [tenant, subject]);
  const own = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const [isEditing, setEditing] = useState(false);
  const { interaction } = conversation;
  const replies = own ?? first.map((id): Canned => ({
    id, name: t(`desk.canned.${id}.name`), text: t(`desk.canned.${id}.text`),
  }));
  const filled = (text: string) => fill(text, {
    customer: nameOf(interaction), agent: state.agent?.displayName ?? "", queue: queueName(interaction.queue),
  });
  return (
    <>
      <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
        <Button kind="ghost" size="s" isIcon aria-label={t("desk.canned")}><Zap aria-hidden /></Button>
        <Popover className="popover canned" placement="top start">
          <Dialog aria-label={t("desk.canned")} className="canned-dialog">
            <Autocomplete filter={contains}>
              <SearchField aria-label={t("desk.canned.search")} autoFocus className="canned-search">
                <Input className="field-control" placeholder={t("desk.canned.search")} />
              </SearchField>
              <Menu
                className="menu" aria-label={t("desk.canned")} renderEmptyState={() => <p>{t("desk.canned.none")}</p>}
                onAction={(id) => {
                  const reply = replies.find((one) => one.id === id);
                  if (reply !== undefined) onChoose(filled(reply.text));
                  onOpenChange(false);
                }}
              >
                {replies.map(({ id, name, text }) => (
                  <MenuItem key={id} id={id} className="menu-item canned-item" textValue={`${name} ${text}`}>
                    <strong>{name}</strong><span dir="auto">{filled(text)}</span>
                  </MenuItem>
                ))}
              </Menu>
            </Autocomplete>
            <Button
              kind="ghost" size="s"
              onPress={() => {
                onOpenChange(false);
                setEditing(true);
              }}
            >
              <Pencil aria-hidden />{t("desk.canned.edit")}
            </Button>
          </Dialog>
        </Popover>
      </DialogTrigger>
      {isEditing && (
        <CannedEditor replies={replies} onChange={(next) => store.set(next)} onClose={() => setEditing(false)} />
      )}
    </>
  );
}
