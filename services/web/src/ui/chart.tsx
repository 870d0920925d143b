import { useEffect, useRef } from "react";
import { useIntl } from "react-intl";
import UPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import "./chart.css";
import { useThemeTurn } from "./use-theme-turn";

export interface Series {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** A colour token, such as "--accent". */
  readonly tone: string;
  /** Lines differ in their dashes as well as in their colours. */
  readonly dash?: readonly number[];
  readonly isFilled?: boolean;
}

interface Props {
  readonly label: string;
  /** Seconds since 1970. */
  readonly times: readonly number[];
  readonly series: readonly Series[];
  readonly format: (value: number) => string;
  /** Top of the scale; without it as high as the values. */
  readonly top?: number;
  readonly height?: number;
}

const QUARTER_S = 900;

/** The colour that a token has here and now: a canvas knows no custom properties. */
function colour(place: HTMLElement, token: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${token})`;
  place.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

/** Lines over time, left to right in every language, with a table of the same for who does not see them. */
export function Chart({ label, times, series, format, top, height = 104 }: Props) {
  const intl = useIntl();
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot>(undefined);
  const turn = useThemeTurn();
  const shape = JSON.stringify([series.map(({ label: name, tone, dash }) => [name, tone, dash]), top, height]);
  const data = useRef<UPlot.AlignedData>([[]]);
  // An interval is as wide as the one before it: without an end the last one, and a first one alone, has no width.
  const width = (times[1] ?? 0) - (times[0] ?? 0);
  const end = (times.at(-1) ?? 0) + (width > 0 ? width : QUARTER_S);
  data.current = [[...times, end], ...series.map(({ values }) => [...values, values.at(-1) ?? null])];

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const hour = (at: number) => intl.formatTime(at * 1_000, { hour: "2-digit", minute: "2-digit" });
    const quiet = colour(element, "--quiet");
    const axis = { stroke: quiet, font: `11px ${getComputedStyle(element).fontFamily}`, ticks: { show: false } };
    const made = new UPlot({
      width: element.clientWidth, height, legend: { show: false },
      cursor: { drag: { setScale: false }, points: { size: 5 }, y: false },
      padding: [8, 6, 0, 0],
      scales: { x: { time: true }, y: { range: (_, __, most) => [0, top ?? Math.max(1, most * 1.1)] } },
      axes: [
        { ...axis, grid: { show: false }, size: 20, space: 64, values: (_, at) => at.map(hour) },
        {
          ...axis, size: 44, space: 32, grid: { stroke: colour(element, "--hair"), width: 1 },
          values: (_, at) => at.map(format),
        },
      ],
      series: [{}, ...series.map(({ label: name, tone, dash, isFilled }): UPlot.Series => ({
        label: name, stroke: colour(element, tone), width: 1.5, spanGaps: false, points: { show: false },
        ...(dash === undefined ? {} : { dash: [...dash] }),
        ...(isFilled === true ? { fill: colour(element, "--accent-wash") } : {}),
        paths: UPlot.paths.stepped?.({ align: 1 }) ?? (() => null),
      }))],
    }, data.current, element);
    plot.current = made;
    const sized = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height }));
    sized.observe(element);
    return () => {
      sized.disconnect();
      made.destroy();
      plot.current = undefined;
    };
    // The shape says all that a drawing is made of but its data, which go their own way.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shape, intl, turn]);
  useEffect(() => plot.current?.setData(data.current), [times, series]);

  return (
    <figure className="chart">
      <ul className="chart-key" aria-hidden>
        {series.map((line) => {
          const last = line.values.findLast((value) => value !== null) ?? undefined;
          return (
            <li key={line.label}>
              <svg className="chart-dash" viewBox="0 0 14 8">
                <line
                  x1="0" y1="4" x2="14" y2="4" stroke={`var(${line.tone})`} strokeWidth="2"
                  strokeDasharray={line.dash?.join(" ")}
                />
              </svg>
              {line.label}
              {last !== undefined && <b>{format(last)}</b>}
            </li>
          );
        })}
      </ul>
      <div ref={place} dir="ltr" aria-hidden />
      <ChartTable label={label} times={times} series={series} format={format} />
    </figure>
  );
}

function ChartTable({ label, times, series, format }: Pick<Props, "label" | "times" | "series" | "format">) {
  const intl = useIntl();
  return (
    <table className="unseen">
      <caption>{label}</caption>
      <thead>
        <tr>
          <td />
          {series.map((line) => <th key={line.label} scope="col">{line.label}</th>)}
        </tr>
      </thead>
      <tbody>
        {times.map((at, index) => (
          <tr key={at}>
            <th scope="row">{intl.formatTime(at * 1_000)}</th>
            {series.map((line) => {
              const value = line.values[index];
              return <td key={line.label}>{value === null || value === undefined ? "–" : format(value)}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
