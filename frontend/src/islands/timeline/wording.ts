// What a mark stands for, in words: for whoever hears the chart, or rests the pointer on it.
import { utcFormat } from "d3-time-format";
import type { Bar } from "./data";
import type { Mark } from "./layout";

const day = utcFormat("%-d %b %Y");
const moment = utcFormat("%-d %b %Y, %H:%M UTC");

export function told(mark: Mark): string {
  const [bar] = mark.bars;
  if (!bar) return "";
  if (mark.bars.length === 1) return one(bar);
  const last = new Date(Math.max(...mark.bars.map((each) => +each.start)));
  const days = day(bar.start) === day(last) ? "on" : `between ${day(last)} and`;
  return `${mark.bars.length} ${mark.kind || "facts"} ${days} ${day(bar.start)}`;
}

function one(bar: Bar): string {
  return [bar.sentence, daysOf(bar), ...turnOf(bar), toldBy(bar), ...firstOf(bar)].join(" — ");
}

function daysOf(bar: Bar): string {
  const last = new Date(+bar.end - 1);
  return bar.uncertain ? `some day from ${day(bar.start)} to ${day(last)}` : day(bar.start);
}

function turnOf(bar: Bar): string[] {
  return bar.turn ? [`a change from ${bar.turn[0]} to ${bar.turn[1]}`] : [];
}

function toldBy(bar: Bar): string {
  const origins = bar.origins === 1 ? "one origin" : `${bar.origins} independent origins`;
  const copies = bar.reports - bar.origins;
  return copies > 0 ? `told by ${origins}, in ${bar.reports} articles` : `told by ${origins}`;
}

function firstOf(bar: Bar): string[] {
  const [first] = bar.told;
  return first ? [`first reported ${moment(first)}`] : [];
}
