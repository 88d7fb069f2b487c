// The chart: what of it is seen, and what leads from one place of it to another.
import { scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { utcFormat } from "d3-time-format";
import { type D3ZoomEvent, zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform } from "d3-zoom";
import { openWords } from "../drawer";
import { type Bar, type Chart, folded } from "./data";
import { drawAxis, drawLanes, type Drawing, type Frame } from "./draw";
import { beyond, neighbour } from "./keys";
import { type Mark, place, type Placed, type Scale } from "./layout";
import { drawMarks } from "./marks";
import { around, coreOf, DAY, type Span, spanOf } from "./span";
import { STEP, tools, type Tools } from "./tools";

const WIDE = 720; // from here on names stand beside their lanes
const GUTTER = 176;
const LEAST = DAY / 4; // the shortest time that fills the chart
const MOST_WORDS = 40; // facts that are opened at once
const iso = utcFormat("%Y-%m-%d");
const HINT = "Arrow keys go from fact to fact, Enter shows its words, plus and minus zoom";

export class TimelineView {
  readonly #whole: Chart;
  readonly #span: Span;
  readonly #tools: Tools;
  readonly #axis: Drawing;
  readonly #body: Drawing;
  readonly #zoom: ZoomBehavior<SVGSVGElement, unknown>;
  #chart: Chart;
  #at: ZoomTransform = zoomIdentity;
  #seen: Span;
  #width = 0;
  #placed: Placed | null = null;
  #stop: string | null = null; // the mark that the tab key comes to
  readonly #shown = new Set<string>();

  constructor(element: HTMLElement, chart: Chart) {
    this.#whole = chart;
    this.#chart = folded(chart);
    this.#span = spanOf(chart);
    this.#seen = coreOf(chart);
    this.#zoom = this.#zooming();
    this.#tools = tools({
      scale: (by) => this.#zoom.scaleBy(this.#body, by),
      move: (by) => this.#zoom.translateBy(this.#body, (-by * this.#across) / this.#at.k, 0),
      all: () => this.#to(this.#span),
      days: (days) => this.#to(around(this.#middle, days * DAY)),
    });
    element.append(this.#tools.element);
    const root = select(element);
    this.#axis = root.append("svg").attr("class", "timeline-axis").attr("aria-hidden", "true");
    this.#body = root.append("svg").attr("class", "timeline-body").attr("role", "group");
    this.#body.attr("aria-label", `Facts in lanes. ${HINT}.`);
    for (const name of ["grid", "lanes"]) this.#body.append("g").attr("class", name);
    this.#body.append("svg").attr("class", "room");
    this.#body.append("g").attr("class", "ties");
    if (chart.lanes.length > chart.own) this.#unfolding(element);
    this.#listen(element);
  }

  get #gutter(): number {
    return this.#width >= WIDE ? GUTTER : 0;
  }

  get #across(): number {
    return Math.max(this.#width - this.#gutter, 100);
  }

  get #scale(): Scale {
    return this.#at.rescaleX(scaleUtc(this.#span, [0, this.#across]));
  }

  get #middle(): Date {
    return this.#scale.invert(this.#across / 2);
  }

  // Ctrl and the wheel, two fingers, or a drag; the wheel alone scrolls the page.
  #zooming(): ZoomBehavior<SVGSVGElement, unknown> {
    return zoom<SVGSVGElement, unknown>()
      .filter((event: Event) => {
        if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
        return !(event instanceof MouseEvent) || event.button === 0;
      })
      .on("zoom", (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
        this.#at = event.transform;
        this.#draw();
      });
  }

  #listen(element: HTMLElement): void {
    void document.fonts.ready.then(() => this.#width && this.#draw()); // labels are cut by its letters
    this.#body.on("keydown", (event: KeyboardEvent) => this.#key(event));
    this.#body.on("wheel.move", (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey || Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
      event.preventDefault();
      this.#zoom.translateBy(this.#body, -event.deltaX / this.#at.k, 0);
    });
    new ResizeObserver(() => {
      const width = element.clientWidth;
      if (width === 0 || width === this.#width) return;
      this.#width = width;
      this.#zoom
        .extent([[0, 0], [this.#across, 10]])
        .translateExtent([[0, -Infinity], [this.#across, Infinity]])
        .scaleExtent([1, Math.max((+this.#span[1] - +this.#span[0]) / LEAST, 1)]);
      this.#body.call(this.#zoom).on("dblclick.zoom", null);
      this.#to(this.#seen);
    }).observe(element);
  }

  #unfolding(element: HTMLElement): void {
    const rest = this.#whole.lanes.length - this.#whole.own;
    const button = element.appendChild(document.createElement("button"));
    button.type = "button";
    const say = (open: boolean): void => {
      button.textContent = open ? `Fold the last ${rest} lanes` : `A lane for each of the ${rest} others`;
      button.setAttribute("aria-expanded", String(open));
    };
    say(false);
    button.addEventListener("click", () => {
      const open = this.#chart !== this.#whole;
      this.#chart = open ? this.#whole : folded(this.#whole);
      say(open);
      this.#draw();
    });
  }

  #to([start, end]: Span): void {
    const scale = scaleUtc(this.#span, [0, this.#across]);
    const [left, right] = [scale(start), scale(end)];
    const most = Math.max((+this.#span[1] - +this.#span[0]) / LEAST, 1);
    const k = Math.min(Math.max(this.#across / (right - left), 1), most);
    const middle = zoomIdentity.translate(this.#across / 2, 0).scale(k);
    this.#zoom.transform(this.#body, middle.translate(-(left + right) / 2, 0));
  }

  #draw(): void {
    const scale = this.#scale;
    const frame: Frame = { width: this.#width, gutter: this.#gutter };
    const placed = place(this.#chart, scale, this.#across, this.#gutter === 0);
    const held = document.activeElement?.closest("g.mark") !== null;
    this.#placed = placed;
    this.#seen = [scale.invert(0), scale.invert(this.#across)];
    drawAxis(this.#axis, scale, frame);
    drawLanes(this.#body, this.#chart, placed, scale, frame);
    const drawn = drawMarks(this.#body, placed, scale, frame, this.#shown);
    drawn.on("click", (_: Event, mark) => this.#open(mark));
    const stop = placed.marks.find((mark) => mark.key === this.#stop) ?? placed.marks[0];
    drawn.attr("tabindex", (mark) => (mark === stop ? 0 : -1));
    if (held && stop && !document.activeElement?.closest("g.mark")) this.#focus(stop);
    const last = new Date(+this.#seen[1] - 1);
    this.#tools.narrow(this.#chart.narrow, iso(this.#seen[0]), iso(last));
    // The time brush shows which days these are.
    document.documentElement.dataset["seen"] = this.#seen.map((at) => at.toISOString()).join(" ");
    document.dispatchEvent(new Event("days:seen"));
  }

  #open(mark: Mark): void {
    this.#shown.clear();
    for (const bar of mark.bars) this.#shown.add(bar.fact);
    this.#stop = mark.key;
    this.#draw();
    const asked = mark.bars.slice(0, MOST_WORDS).map((bar) => `entry=${encodeURIComponent(bar.fact)}`);
    void openWords(document, `${this.#chart.words}${asked.join("&")}`);
  }

  #focus(mark: Mark): void {
    this.#stop = mark.key;
    this.#body.selectAll<SVGGElement, Mark>("g.mark").each(function (each) {
      this.setAttribute("tabindex", each === mark ? "0" : "-1");
      if (each === mark) this.focus({ preventScroll: false });
    });
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const held = document.activeElement?.closest<SVGGElement>("g.mark");
    const current = held ? select<SVGGElement, Mark>(held).datum() : null;
    if (event.key === "+") this.#zoom.scaleBy(this.#body, STEP);
    else if (event.key === "-") this.#zoom.scaleBy(this.#body, 1 / STEP);
    else if (current === null || !this.#from(current, event.key)) return;
    event.preventDefault();
  }

  // What a key does on a mark; tells whether it does anything.
  #from(current: Mark, key: string): boolean {
    if (key === "Enter" || key === " ") {
      this.#open(current);
      return true;
    }
    const marks = this.#placed?.marks ?? [];
    const next = neighbour(marks, current, key);
    const far = next ? null : beyond(this.#chart, marks, current, key);
    if (next) this.#focus(next);
    else if (far) this.#reach(far, current.lane);
    return next !== null || far !== null;
  }

  // Go to a fact that is out of sight, at the same scale.
  #reach(bar: Bar, lane: number): void {
    this.#to(around(new Date((+bar.start + +bar.end) / 2), +this.#seen[1] - +this.#seen[0]));
    const there = this.#placed?.marks.find((mark) => mark.lane === lane && mark.bars.includes(bar));
    if (there) this.#focus(there);
  }
}
