// What the sizes of nodes and the styles of lines say; only what is there.
import { select } from "d3-selection";
import { radius, type Network } from "./data";
import { drawEnds } from "./ends";

const CHANNELS: [string, string][] = [
  ["phone", "by phone"],
  ["video", "by video"],
  ["meeting", "a meeting"],
  ["visit", "a visit"],
  ["letter", "by letter"],
  ["message", "by message"],
  ["unspecified", "channel not told"],
];

const LEVELS: [number | null, string][] = [
  [1, "level 1, heads"],
  [2, "level 2, ministers"],
  [3, "level 3, deputies and envoys"],
  [4, "level 4, officials"],
  [null, "level not known"],
];

const LONG = 44;

export function legend(place: HTMLElement, { nodes, lines }: Network): void {
  const list = place.appendChild(document.createElement("ul"));
  list.className = "network-legend";
  for (const [level, name] of LEVELS) {
    if (nodes.some((node) => node.level === level)) node(list, level, name);
  }
  for (const [channel, name] of CHANNELS) {
    if (lines.some((each) => each.channel === channel)) line(list, name, `way way-${channel} came-held`);
  }
  const samples: [boolean, string, string, string][] = [
    [lines.some((each) => !each.begun), "not told who began", "way way-phone came-held", ""],
    [lines.some((each) => each.outcome === "open"), "planned or proposed", "way way-phone came-open", "open"],
    [lines.some((each) => each.outcome === "off"), "refused or called off", "way way-phone came-off", "off"],
    [lines.some((each) => each.differs), "at another level than most", "way way-phone came-held differs", "held"],
  ];
  for (const [there, name, style, end] of samples) if (there) line(list, name, style, end);
}

function node(list: HTMLElement, level: number | null, name: string): void {
  const svg = sample(list, name, 2 * radius(level) + 3, "spot");
  const middle = radius(level) + 1.5;
  svg.classed("unknown", level === null);
  svg.append("circle").attr("cx", middle).attr("cy", 15).attr("r", radius(level));
}

function line(list: HTMLElement, name: string, style: string, end = "held"): void {
  const group = sample(list, name, LONG, style);
  const path = `M2,15L${LONG - (end ? 9 : 2)},15`;
  group.append("path").attr("class", "stroke").attr("d", path);
  group.append("path").attr("class", "core").attr("d", path);
  if (end) drawEnds(group, [LONG - 1, 15], 0, end !== "held");
  const badge = group.append("g").attr("class", "badge");
  if (end === "open") badge.append("circle").attr("cx", 19).attr("cy", 15).attr("r", 4);
  if (end === "off") badge.append("path").attr("class", "cross").attr("d", "M15,11l8,8m0,-8l-8,8");
}

function sample(list: HTMLElement, name: string, width: number, style: string) {
  const item = list.appendChild(document.createElement("li"));
  const svg = select(item).append("svg").attr("width", width).attr("height", 30);
  svg.attr("aria-hidden", "true");
  item.append(` ${name}`);
  return svg.append("g").attr("class", style);
}
