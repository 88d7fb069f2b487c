// The axis, the lanes with their names, and the lines of the axis through all of them.
import { axisTop } from "d3-axis";
import type { Selection } from "d3-selection";
import { utcDay, utcMonth, utcYear } from "d3-time";
import { utcFormat } from "d3-time-format";
import type { Chart, Lane } from "./data";
import { cut } from "./fitting";
import type { Placed, Scale } from "./layout";

export type Drawing = Selection<SVGSVGElement, unknown, null, undefined>;

export interface Frame {
  width: number;
  gutter: number; // room for names; without, they stand above their lanes
}

const AXIS = 26;
const TICK = 90;
const HALF = 28; // pixels of half the name of a day
const LETTER = 7.4; // pixels of a letter of a name, about

const hour = utcFormat("%H:%M");
const weekday = utcFormat("%a %-d %b");
const month = utcFormat("%b %Y");
const year = utcFormat("%Y");

export function drawAxis(svg: Drawing, scale: Scale, frame: Frame): void {
  svg.attr("width", frame.width).attr("height", AXIS);
  const group = svg.selectAll<SVGGElement, unknown>("g.axis").data([0]).join("g");
  group.attr("class", "axis").attr("transform", `translate(${frame.gutter},${AXIS - 1})`);
  const axis = axisTop<Date>(scale).ticks(ticks(frame)).tickSizeOuter(0).tickFormat(tick);
  group.call((each) => axis(each));
  const [left, right] = [HALF - frame.gutter, frame.width - frame.gutter - HALF];
  const fits = (at: Date): boolean => scale(at) >= left && scale(at) <= right;
  group.selectAll<SVGGElement, Date>("g.tick").attr("display", (at) => (fits(at) ? null : "none"));
}

export function drawLanes(svg: Drawing, chart: Chart, placed: Placed, scale: Scale, frame: Frame) {
  svg.attr("width", frame.width).attr("height", placed.height);
  const lanes = layer(svg, "lanes")
    .selectAll<SVGGElement, Lane>("g.lane")
    .data(chart.lanes)
    .join((enter) => {
      const lane = enter.append("g").attr("class", "lane");
      lane.append("line").attr("class", "rule");
      const name = lane.append("a").attr("class", "name");
      name.append("title");
      name.append("text").attr("y", 15);
      return lane;
    });
  lanes.attr("transform", (_, number) => `translate(0,${placed.tops[number] ?? 0})`);
  lanes.select("line").attr("x2", frame.width);
  const most = Math.floor((frame.gutter || frame.width) / LETTER) - 4;
  const names = lanes.select<SVGAElement>("a").attr("href", (lane) => lane.link);
  names.select("title").text((lane) => `${lane.name}: ${lane.facts} facts`);
  const texts = names.select("text").text((lane) => `${cut(lane.name, most)} `);
  texts.append("tspan").attr("class", "count").text((lane) => lane.facts);
  drawGrid(svg, scale, frame, placed.height);
}

function drawGrid(svg: Drawing, scale: Scale, frame: Frame, height: number): void {
  const lines = layer(svg, "grid").selectAll("line").data(scale.ticks(ticks(frame))).join("line");
  lines.attr("x1", (at) => frame.gutter + scale(at)).attr("x2", (at) => frame.gutter + scale(at));
  lines.attr("y2", height);
}

// Layers are made by the view, the lowest first.
export function layer(svg: Drawing, name: string): Selection<SVGGElement, unknown, null, undefined> {
  return svg.select<SVGGElement>(`g.${name}`);
}

function ticks(frame: Frame): number {
  return Math.max(2, Math.floor((frame.width - frame.gutter) / TICK));
}

function tick(at: Date): string {
  if (utcDay.floor(at) < at) return hour(at);
  if (utcMonth.floor(at) < at) return weekday(at);
  return utcYear.floor(at) < at ? month(at) : year(at);
}
