// What the forms of bars say.
import { select } from "d3-selection";
import { extent, glyph, HEIGHT } from "./shapes";

interface Sample {
  name: string;
  form: string;
  uncertain?: boolean;
  origins?: number;
}

const KINDS: [string, string][] = [
  ["events", "event"],
  ["contacts", "contact"],
  ["statements", "statement"],
  ["positions", "position"],
];

const SAMPLES: Sample[] = [
  { name: "reported", form: "firm" },
  { name: "by several origins", form: "firm", origins: 3 },
  { name: "on one of these days", form: "firm", uncertain: true },
  { name: "planned or proposed", form: "planned" },
  { name: "possible", form: "possible" },
  { name: "denied, refused, cancelled", form: "denied" },
  { name: "a change of position", form: "firm turn" },
];

const WIDTH = 34;

export function legend(element: HTMLElement): void {
  const list = element.appendChild(document.createElement("ul"));
  list.className = "timeline-legend";
  for (const [kind, name] of KINDS) {
    const svg = sample(list, name, 18).attr("class", `mark of-${kind}`);
    glyph(svg, kind, 1);
  }
  for (const each of SAMPLES) drawForm(list, each);
}

function drawForm(list: HTMLElement, { name, form, uncertain, origins }: Sample): void {
  const kind = form.includes("turn") ? "of-positions" : "of-many";
  const group = sample(list, name, WIDTH + 2).attr("class", `mark near ${kind} ${form}`);
  const inner = group.append("g").attr("transform", "translate(1,0)");
  inner.append("path").attr("class", "days").attr("d", extent(WIDTH, uncertain ?? false));
  if (origins) {
    const foot = inner.append("rect").attr("class", "weight").attr("y", HEIGHT - origins);
    foot.attr("width", WIDTH).attr("height", origins);
  }
  inner.append("text").attr("class", "label").attr("x", 9).attr("y", 13).text("abc");
}

function sample(list: HTMLElement, name: string, width: number) {
  const item = list.appendChild(document.createElement("li"));
  const svg = select(item).append("svg").attr("width", width).attr("height", HEIGHT + 2);
  svg.attr("aria-hidden", "true");
  item.append(` ${name}`);
  return svg.append("g").attr("transform", "translate(0,1)");
}
