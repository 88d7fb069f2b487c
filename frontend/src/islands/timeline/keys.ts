// From one mark to the next by arrow keys: along its lane, or to the nearest one of another.
import type { Bar, Chart } from "./data";
import type { Mark } from "./layout";

export function neighbour(marks: Mark[], from: Mark, key: string): Mark | null {
  const own = marks.filter((mark) => mark.lane === from.lane).sort(inOrder);
  const at = own.indexOf(from);
  if (key === "ArrowRight") return own[at + 1] ?? null;
  if (key === "ArrowLeft") return own[at - 1] ?? null;
  if (key === "Home") return own[0] ?? null;
  if (key === "End") return own.at(-1) ?? null;
  if (key === "ArrowDown" || key === "ArrowUp") return across(marks, from, key === "ArrowDown");
  return null;
}

// The next fact of a lane that is out of sight.
export function beyond(chart: Chart, marks: Mark[], from: Mark, key: string): Bar | null {
  if (key !== "ArrowRight" && key !== "ArrowLeft") return null;
  const seen = new Set(marks.flatMap((mark) => mark.bars.map((bar) => bar.fact)));
  const rest = chart.bars.filter((bar) => bar.lanes.includes(from.lane) && !seen.has(bar.fact));
  const at = +(from.bars[0]?.start ?? 0);
  const right = key === "ArrowRight";
  const there = rest.filter((bar) => (right ? +bar.start >= at : +bar.start <= at));
  there.sort((one, other) => Math.abs(+one.start - at) - Math.abs(+other.start - at));
  return there[0] ?? null;
}

function across(marks: Mark[], from: Mark, down: boolean): Mark | null {
  const others = marks.filter((mark) => (down ? mark.lane > from.lane : mark.lane < from.lane));
  const lanes = others.map((mark) => mark.lane);
  const lane = down ? Math.min(...lanes) : Math.max(...lanes);
  const there = others.filter((mark) => mark.lane === lane);
  there.sort((one, other) => Math.abs(one.x - from.x) - Math.abs(other.x - from.x));
  return there[0] ?? null;
}

function inOrder(one: Mark, other: Mark): number {
  return one.x - other.x || one.y - other.y;
}
