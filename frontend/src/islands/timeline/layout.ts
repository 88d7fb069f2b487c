// Where everything stands at a scale of time. Far off, the facts of a lane are counted by kind and
// stretch of days; near by, each fact is a bar of its own over the days that it may have been on.
import { group } from "d3-array";
import type { ScaleTime } from "d3-scale";
import { type CountableTimeInterval, utcDay, utcMonday, utcMonth, utcYear } from "d3-time";
import { type Bar, type Chart, KINDS } from "./data";

export type Scale = ScaleTime<number, number>;

export interface Mark {
  key: string;
  lane: number;
  kind: string;
  bars: Bar[];
  x: number;
  y: number; // within the lane
  width: number;
  more: boolean; // stands for what there was no room for
}

export interface Placed {
  near: boolean;
  marks: Mark[];
  ranges: Mark[]; // far off: what may have been on any of several days
  tops: number[]; // of the lanes
  height: number; // of all of them
}

export const ROW = 22;
const HEAD = 20; // room for the name of a lane where there is no gutter
const PAD = 8;
const NEAR = 88; // pixels a day takes where facts stand each for themselves
const LEAST = 34; // pixels of a stretch of days
const MOST_ROWS = 10;
export const HOURS = 320; // pixels of a day from where on the moments of reports are drawn

export function pixelsOfDay(scale: Scale): number {
  const now = scale.invert(0);
  return scale(utcDay.offset(now, 1)) - scale(now);
}

export function place(chart: Chart, scale: Scale, width: number, head: boolean): Placed {
  const near = pixelsOfDay(scale) >= NEAR;
  const found: Placed = { near, marks: [], ranges: [], tops: [], height: 0 };
  const top = head ? HEAD : 0;
  chart.lanes.forEach((_, lane) => {
    const bars = chart.bars.filter((bar) => bar.lanes.includes(lane));
    const rows = near
      ? rowsOf(bars, lane, scale, width, top, found)
      : countsOf(bars, lane, scale, top, found);
    found.tops.push(found.height);
    found.height += top + Math.max(rows, 1) * ROW + PAD;
  });
  return found;
}

// Each fact in the first row that is free, what most origins tell first; says how many rows.
function rowsOf(
  bars: Bar[], lane: number, scale: Scale, width: number, top: number, found: Placed,
): number {
  const free: number[] = []; // up to where each row is taken
  const crowded: Bar[] = [];
  for (const bar of [...bars].sort(inOrder)) {
    const x = scale(bar.start);
    if (scale(bar.end) < 1 || x > width) continue;
    const room = free.findIndex((taken) => taken <= x + 0.5);
    const row = room < 0 ? free.length : room;
    if (row >= MOST_ROWS) {
      crowded.push(bar);
      continue;
    }
    free[row] = scale(bar.end);
    const mark = { lane, kind: bar.kind, bars: [bar], x, y: top + row * ROW, more: false };
    found.marks.push({ ...mark, key: `${lane}-${bar.fact}`, width: scale(bar.end) - x });
  }
  found.marks.push(...crowdedMarks(crowded, lane, scale, top + free.length * ROW));
  return free.length + (crowded.length ? 1 : 0);
}

function crowdedMarks(bars: Bar[], lane: number, scale: Scale, y: number): Mark[] {
  return [...group(bars, (bar) => +bar.start)].map(([start, some]) => {
    const first = new Date(start);
    const [x, next] = [scale(first), scale(utcDay.offset(first, 1))];
    const key = `${lane}-more-${start}`;
    return { key, lane, kind: "", bars: some, x, y, width: next - x, more: true };
  });
}

// A count for each kind and stretch of days; says how many rows.
function countsOf(bars: Bar[], lane: number, scale: Scale, top: number, found: Placed): number {
  const step = stretch(scale);
  const kinds = KINDS.filter((kind) => bars.some((bar) => bar.kind === kind));
  kinds.forEach((kind, row) => {
    const y = top + row * ROW;
    const own = bars.filter((bar) => bar.kind === kind);
    for (const [start, some] of group(own, (bar) => +step.floor(bar.start))) {
      const begin = new Date(start);
      const [x, next] = [scale(begin), scale(step.offset(begin, 1))];
      const key = `${lane}-${kind}-${start}-${next - x > 0 ? +step.offset(begin, 1) : 0}`;
      found.marks.push({ key, lane, kind, bars: some, x, y, width: next - x, more: false });
    }
    found.ranges.push(...rangesOf(own, lane, scale, step, y));
  });
  return kinds.length;
}

// What may have been on days of more than one stretch.
function rangesOf(
  bars: Bar[], lane: number, scale: Scale, step: CountableTimeInterval, y: number,
): Mark[] {
  const wide = bars.filter((bar) => +step.floor(bar.start) !== +step.floor(new Date(+bar.end - 1)));
  return wide.map((bar) => {
    const x = scale(bar.start);
    const mark = { lane, kind: bar.kind, bars: [bar], x, y, width: scale(bar.end) - x };
    return { ...mark, key: `range-${lane}-${bar.fact}`, more: false };
  });
}

// The shortest of days, weeks, months and years that a number finds room in.
function stretch(scale: Scale): CountableTimeInterval {
  const steps = [utcDay, utcMonday, utcMonth, utcYear];
  const now = scale.invert(0);
  const fits = steps.find((step) => scale(step.offset(now, 1)) - scale(now) >= LEAST);
  return fits ?? utcYear;
}

function inOrder(one: Bar, other: Bar): number {
  const days = +one.start - +other.start || +one.end - +other.end;
  return days || other.origins - one.origins || rank(one) - rank(other);
}

function rank(bar: Bar): number {
  return KINDS.findIndex((kind) => kind === bar.kind);
}
