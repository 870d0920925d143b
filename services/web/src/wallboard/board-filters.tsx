import { ChartSpline, ListFilter } from "lucide-react";
import { useState } from "react";
import { useText } from "../i18n/use-text";
import { Button } from "../ui/button";
import { Overlay } from "../ui/overlay";
import type { QueryChange } from "../ui/query";
import { SearchBox } from "../ui/search-box";
import { Segments } from "../ui/segments";
import type { Judged } from "./limits";
import { QueueChooser } from "./queue-chooser";
import type { Only, Selection } from "./selection";

interface Props {
  readonly all: readonly Judged[];
  readonly shown: number;
  readonly selection: Selection;
  readonly onChange: (change: QueryChange) => void;
  readonly hasTrends: boolean;
}

const choices: readonly Only[] = ["all", "attention", "waiting"];

/** Which queues are shown. All of it is in the address of the page. */
export function BoardFilters({ all, shown, selection, onChange, hasTrends }: Props) {
  const t = useText();
  const [isChoosing, choose] = useState(false);
  const { queues } = selection;
  const attention = all.filter(({ worst }) => worst !== "calm").length;
  return (
    <div className="board-filters">
      <SearchBox label={t("board.filter")} value={selection.text} onChange={(q) => onChange({ q })} />
      <Segments
        label={t("board.only")} value={selection.only}
        onChange={(only) => onChange({ only: only === "all" ? null : only })}
        options={choices.map((only) => ({
          value: only, label: t(`board.only.${only}`), ...(only === "attention" ? { count: attention } : {}),
        }))}
      />
      <Button size="s" onPress={() => choose(true)}>
        <ListFilter aria-hidden />
        {queues.size === 0 ? t("board.choose.all") : t("board.choose.count", { chosen: queues.size, all: all.length })}
      </Button>
      <span className="board-hint numbers">{t("board.shown", { shown, all: all.length })}</span>
      <Button
        kind="ghost" size="s" aria-pressed={hasTrends} onPress={() => onChange({ trends: hasTrends ? "off" : null })}
      >
        <ChartSpline aria-hidden />{t(hasTrends ? "trend.hide" : "trend.show")}
      </Button>
      <Overlay title={t("board.choose")} isOpen={isChoosing} onClose={() => choose(false)}>
        <QueueChooser
          all={all.map(({ row }) => row)} chosen={queues}
          onChange={(chosen) => onChange({ queues: [...chosen].join(",") })}
        />
      </Overlay>
    </div>
  );
}
