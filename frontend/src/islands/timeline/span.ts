// Stretches of time: all of a chart, and that which most of its facts are in.
import { extent, quantileSorted } from "d3-array";
import { utcDay } from "d3-time";
import type { Chart } from "./data";

export const DAY = 24 * 3600 * 1000;
export type Span = [Date, Date];

export function spanOf(chart: Chart): Span {
  const [first, last] = extent(chart.bars.flatMap((bar) => [bar.start, bar.end]));
  const now = new Date();
  const [start, end] = [first ?? now, last ?? utcDay.offset(now, 1)];
  const room = Math.max((+end - +start) * 0.02, DAY / 2);
  return [new Date(+start - room), new Date(+end + room)];
}

// The days that most facts are on: what is far from all others is for whoever zooms out.
export function coreOf(chart: Chart): Span {
  const starts = chart.bars.map((bar) => +bar.start).sort((one, other) => one - other);
  const certain = chart.bars.filter((bar) => !bar.uncertain).map((bar) => +bar.end);
  certain.sort((one, other) => one - other);
  const first = quantileSorted(starts, 0.02) ?? 0;
  const last = quantileSorted(certain.length ? certain : starts, 0.98) ?? first;
  return [new Date(first - DAY / 8), new Date(Math.max(last, first + DAY) + DAY / 8)];
}

export function around(middle: Date, length: number): Span {
  return [new Date(+middle - length / 2), new Date(+middle + length / 2)];
}
