// The facts of the lanes, as SVG. The letter in its shape tells the kind; the form of the bar how
// firmly it is told and how surely it is dated; its foot how many independent origins tell it.
import { select, type Selection } from "d3-selection";
import { type Drawing, type Frame, layer } from "./draw";
import { fitted } from "./fitting";
import { HOURS, type Mark, type Placed, pixelsOfDay, type Scale } from "./layout";
import { extent, glyph, HEIGHT, shape } from "./shapes";
import { type Bar, letter } from "./data";
import { told } from "./wording";

type One = Selection<SVGGElement, unknown, null, undefined>;
export type Drawn = Selection<SVGGElement, Mark, SVGSVGElement, unknown>;

const LEAST = 20; // pixels of a bar: room for its letter
const SPARE = 4; // pixels behind a label
const MOST = 46; // pixels of a count
const HEAVIEST = 5; // pixels of a foot

export function drawMarks(
  svg: Drawing, placed: Placed, scale: Scale, frame: Frame, shown: ReadonlySet<string>,
): Drawn {
  const width = Math.max(frame.width - frame.gutter, 0);
  const room = svg.select<SVGSVGElement>("svg.room").attr("x", frame.gutter);
  room.attr("width", width).attr("height", placed.height);
  drawRanges(room, placed);
  const marks = room
    .selectAll<SVGGElement, Mark>("g.mark")
    .data(placed.marks, (mark) => mark.key)
    .join((enter) => enter.append("g").attr("role", "button").attr("tabindex", -1));
  marks
    .attr("class", (mark) => classes(mark, placed.near, shown))
    .attr("transform", (mark) => `translate(${mark.x},${topOf(placed, mark)})`);
  marks.each(function (mark) {
    const one: One = select(this);
    one.selectAll("*").remove();
    one.append("title").text(told(mark)); // its name, for whoever hears it
    if (placed.near) drawBar(one, mark, scale, width);
    else drawCount(one, mark);
  });
  drawTies(svg, placed, frame, shown);
  return marks;
}

function drawBar(one: One, mark: Mark, scale: Scale, visible: number): void {
  const [bar] = mark.bars;
  if (!bar) return;
  const width = Math.max(mark.width - 2, LEAST);
  one.append("path").attr("class", "days").attr("d", extent(width, !mark.more && bar.uncertain));
  if (!mark.more && bar.origins > 1) {
    const foot = Math.min(bar.origins, HEAVIEST);
    one.append("rect").attr("class", "weight").attr("y", HEIGHT - foot).attr("width", width).attr("height", foot);
  }
  const from = Math.max(-mark.x, 0); // what has begun before the view keeps its words in view
  const inside = one.append("svg").attr("x", from).attr("height", HEIGHT);
  const seen = Math.max(Math.min(width, visible - mark.x) - from, 0);
  inside.attr("width", seen);
  const words = inside.append("g");
  if (mark.more) {
    words.append("text").attr("class", "label").attr("x", 6).attr("y", 13).text(`+${mark.bars.length} more`);
    return;
  }
  glyph(words, bar.kind, bar.uncertain ? 7 : 3);
  const at = bar.uncertain ? 27 : 23;
  words.append("text").attr("class", "label").attr("x", at).attr("y", 13).text(fitted(bar.label, seen - at - SPARE));
  if (pixelsOfDay(scale) >= HOURS) drawReports(one, bar, scale, mark);
}

// When each origin first told it, as far as that was on these days.
function drawReports(one: One, bar: Bar, scale: Scale, mark: Mark): void {
  const moments = bar.told.filter((each) => each < bar.end).map((each) => scale(each) - mark.x);
  const ticks = one.selectAll("path.told").data(moments).join("path").attr("class", "told");
  ticks.attr("d", (x) => `M${x - 4},${HEIGHT + 3}h8l-4,-6Z`);
}

function drawCount(one: One, mark: Mark): void {
  const width = Math.min(Math.max(mark.width - 2, LEAST), MOST);
  const many = mark.bars.length > 1 ? `${letter(mark.kind)} ${mark.bars.length}` : letter(mark.kind);
  one.append("path").attr("class", "days").attr("d", shape(mark.kind, width, HEIGHT));
  if (mark.kind === "positions") one.append("path").attr("class", "foot").attr("d", `M0,${HEIGHT - 1}H${width}`);
  one.append("text").attr("class", "letter").attr("x", width / 2).attr("y", 13).text(many);
}

function drawRanges(room: Selection<SVGSVGElement, unknown, null, undefined>, placed: Placed): void {
  const ranges = room
    .selectAll<SVGPathElement, Mark>("path.range")
    .data(placed.ranges, (mark) => mark.key)
    .join("path");
  ranges.attr("class", (mark) => `range of-${mark.kind}`).attr("d", (mark) => {
    const y = topOf(placed, mark) + HEIGHT + 2;
    return `M${mark.x},${y - 3}v3h${mark.width}v-3`;
  });
}

// From a fact that is shown to the lanes of those at whom it is directed.
function drawTies(svg: Drawing, placed: Placed, frame: Frame, shown: ReadonlySet<string>): void {
  const chosen = placed.near ? placed.marks.filter((mark) => !mark.more && isShown(mark, shown)) : [];
  const ties = chosen.flatMap((mark) =>
    (mark.bars[0]?.toward ?? []).map((lane) => ({ mark, lane, key: `${mark.key}-${lane}` })),
  );
  const paths = layer(svg, "ties").selectAll<SVGPathElement, (typeof ties)[number]>("path");
  const drawn = paths.data(ties, (tie) => tie.key).join("path");
  drawn.attr("class", (tie) => `tie of-${tie.mark.kind}`).attr("d", (tie) => {
    const x = frame.gutter + Math.max(tie.mark.x, 0) + 2;
    const from = topOf(placed, tie.mark) + HEIGHT / 2;
    return `M${x},${from}V${(placed.tops[tie.lane] ?? 0) + 10}m-4,0h8`;
  });
}

function topOf(placed: Placed, mark: Mark): number {
  return (placed.tops[mark.lane] ?? 0) + mark.y;
}

function isShown(mark: Mark, shown: ReadonlySet<string>): boolean {
  return mark.bars.some((each) => shown.has(each.fact));
}

function classes(mark: Mark, near: boolean, shown: ReadonlySet<string>): string {
  const [bar] = mark.bars;
  const names = ["mark", mark.kind ? `of-${mark.kind}` : "of-many", near ? "near" : "far"];
  if (near && bar && !mark.more) names.push(bar.form);
  if (mark.bars.some((each) => each.turn)) names.push("turn");
  if (isShown(mark, shown)) names.push("shown");
  return names.join(" ");
}
