import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import "./data-table.css";

export interface Column<T> {
  readonly key: string;
  readonly label: string;
  /** Of the grid, such as "5rem" or "minmax(8rem, 2fr)". */
  readonly width: string;
  readonly cell: (row: T) => ReactNode;
  readonly isNumber?: boolean;
  readonly isSortable?: boolean;
}

interface Props<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly columns: readonly Column<T>[];
  readonly sort: { readonly key: string; readonly isDown: boolean };
  readonly onSort: (key: string) => void;
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
}

const ROW_PX = 34;

/**
 * Thousands of rows, of which only those in sight are in the page. The keyboard moves the selection while the focus
 * stays on the table, so that a row that leaves takes no focus with it.
 */
export function DataTable<T>({ label, rows, keyOf, columns, sort, onSort, selected, onSelect }: Props<T>) {
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  const lines = useVirtualizer({
    count: rows.length, getScrollElement: () => place.current, estimateSize: () => ROW_PX, overscan: 8,
    scrollPaddingStart: ROW_PX, getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
  });
  const at = selected === undefined ? -1 : rows.findIndex((row) => keyOf(row) === selected);
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (at < 0 || wanted.current === selected) return;
    wanted.current = selected;
    lines.scrollToIndex(at, { align: "auto" });
  }, [at, selected, lines]);
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const row = rows[Math.min(Math.max(step === 0 ? 0 : at + step, 0), rows.length - 1)];
    if (row !== undefined) onSelect(keyOf(row));
  };
  const template = columns.map((column) => column.width).join(" ");
  return (
    <div
      className="data-table" ref={place} role="grid" tabIndex={0} aria-label={label} aria-rowcount={rows.length + 1}
      aria-activedescendant={at >= 0 ? `${id}-${selected ?? ""}` : undefined} onKeyDown={move}
    >
      <div className="data-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map((column) => {
          const isSorted = column.key === sort.key;
          const Arrow = sort.isDown ? ArrowDown : ArrowUp;
          return (
            <div
              key={column.key} role="columnheader" data-number={column.isNumber}
              aria-sort={isSorted ? (sort.isDown ? "descending" : "ascending") : "none"}
            >
              {column.isSortable === false ? column.label : (
                <button type="button" onClick={() => onSort(column.key)}>
                  {column.label}
                  {isSorted && <Arrow aria-hidden />}
                </button>
              )}
            </div>
          );
        })}
      </div>
      <div className="data-body" role="rowgroup" style={{ blockSize: lines.getTotalSize() }}>
        {lines.getVirtualItems().map((line) => {
          const row = rows[line.index];
          if (row === undefined) return null;
          const key = keyOf(row);
          return (
            <div
              key={key} id={`${id}-${key}`} className="data-line" role="row" aria-rowindex={line.index + 2}
              aria-selected={key === selected} data-row={key} onClick={() => onSelect(key)}
              style={{ gridTemplateColumns: template, transform: `translateY(${line.start}px)` }}
            >
              {columns.map((column) => (
                <div key={column.key} role="gridcell" data-number={column.isNumber}>{column.cell(row)}</div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const steps: Readonly<Record<string, number | undefined>> = {
  ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12, Home: 0, End: Infinity,
};
