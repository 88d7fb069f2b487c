// The time brush: drag over the facts by day to fill in the days of the filters and apply them; a
// click beside what is chosen takes the days away. Without scripts the two fields do the same.
import { brushX, type BrushBehavior, type D3BrushEvent } from "d3-brush";
import { type ScaleTime, scaleUtc } from "d3-scale";
import { select, type Selection } from "d3-selection";
import { utcDay } from "d3-time";
import { utcFormat } from "d3-time-format";

interface Days {
  first: string;
  last: string;
  width: number; // days of a bar
  counts: number[];
  before: number;
  after: number;
}

type Drawing = Selection<SVGSVGElement, unknown, null, undefined>;
type Layer = Selection<SVGGElement, unknown, null, undefined>;

const HEIGHT = 34;
const iso = utcFormat("%Y-%m-%d");
const told = utcFormat("%-d %b %Y");

function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

function field(name: string | undefined): HTMLInputElement | null {
  return name ? document.querySelector<HTMLInputElement>(name) : null;
}

class TimeBrush {
  readonly #svg: Drawing;
  readonly #layer: Layer;
  readonly #said: HTMLElement;
  readonly #brush: BrushBehavior<unknown>;
  #scale: ScaleTime<number, number> = scaleUtc();
  #width = 0;

  constructor(
    private readonly figure: HTMLElement,
    private readonly days: Days,
    private readonly since: HTMLInputElement,
    private readonly until: HTMLInputElement,
  ) {
    this.#svg = select(figure).append("svg").attr("height", HEIGHT).attr("role", "img");
    this.#svg.attr("aria-label", this.#label());
    this.#svg.append("g").attr("class", "bars");
    this.#svg.append("path").attr("class", "base");
    this.#svg.append("path").attr("class", "seen");
    this.#layer = this.#svg.append("g").attr("class", "brush-layer");
    this.#said = this.#caption();
    this.#brush = brushX<unknown>()
      .on("brush", (event: D3BrushEvent<unknown>) => this.#say(this.#chosen(event)))
      .on("end", (event: D3BrushEvent<unknown>) => {
        if (event.sourceEvent) this.#apply(this.#chosen(event));
      });
    new ResizeObserver(() => this.#draw()).observe(figure);
    document.addEventListener("days:seen", () => this.#drawSeen());
  }

  get #after(): Date {
    return utcDay.offset(day(this.days.last), 1);
  }

  #label(): string {
    const all = this.days.counts.reduce((sum, count) => sum + count, 0);
    const span = `${told(day(this.days.first))} to ${told(day(this.days.last))}`;
    return `${all} facts by day, ${span}. The fields From and To of the filters choose days.`;
  }

  #caption(): HTMLElement {
    const { first, last, before, after } = this.days;
    const caption = this.figure.appendChild(document.createElement("figcaption"));
    const earlier = before ? ` (${before} earlier)` : "";
    const later = after ? ` (${after} later)` : "";
    const texts = [`${told(day(first))}${earlier}`, "", `${later} ${told(day(last))}`.trim()];
    const [, said] = texts.map((text) => {
      const part = caption.appendChild(document.createElement("span"));
      part.textContent = text;
      return part;
    });
    return said ?? caption;
  }

  #draw(): void {
    const width = this.figure.clientWidth;
    if (width === 0 || width === this.#width) return;
    this.#width = width;
    this.#svg.attr("width", width);
    this.#scale = scaleUtc([day(this.days.first), this.#after], [0, width]);
    this.#drawBars();
    this.#svg.select(".base").attr("d", `M0,${HEIGHT - 3.5}H${width}`);
    this.#drawSeen();
    this.#brush.extent([[0, 0], [width, HEIGHT - 3]]);
    this.#layer.call(this.#brush);
    this.#brush.move(this.#layer, this.#asked());
  }

  #drawBars(): void {
    const { first, width, counts } = this.days;
    const most = Math.max(...counts, 1);
    const place = (bar: number): number => this.#scale(utcDay.offset(day(first), bar * width));
    const bars = this.#svg.select(".bars").selectAll("rect").data(counts).join("rect");
    bars
      .attr("x", (_, bar) => place(bar))
      .attr("width", (_, bar) => Math.max(place(bar + 1) - place(bar) - 1, 1))
      .attr("height", (count) => (count ? Math.max((count / most) * (HEIGHT - 6), 1.5) : 0))
      .attr("y", (count) => HEIGHT - 4 - (count ? Math.max((count / most) * (HEIGHT - 6), 1.5) : 0));
  }

  // The days that the chart of a page shows now.
  #drawSeen(): void {
    const [start, end] = (document.documentElement.dataset["seen"] ?? "").split(" ");
    if (!start || !end) return;
    const inside = (at: Date): number => Math.min(this.#width, Math.max(0, this.#scale(at)));
    const path = `M${inside(new Date(start))},${HEIGHT - 2}H${inside(new Date(end))}`;
    this.#svg.select(".seen").attr("d", path);
  }

  // The days of the filters as pixels.
  #asked(): [number, number] | null {
    if (!this.since.value && !this.until.value) return null;
    const first = this.since.value ? day(this.since.value) : day(this.days.first);
    const after = this.until.value ? utcDay.offset(day(this.until.value), 1) : this.#after;
    const inside = (at: Date): number => Math.min(this.#width, Math.max(0, this.#scale(at)));
    const [start, end] = [inside(first), inside(after)];
    return start < end ? [start, end] : null;
  }

  #chosen(event: D3BrushEvent<unknown>): [Date, Date] | null {
    if (!event.selection) return null;
    const [left, right] = event.selection as [number, number];
    const first = utcDay.round(this.#scale.invert(left));
    const last = utcDay.offset(utcDay.round(this.#scale.invert(right)), -1);
    return [first, last < first ? first : last];
  }

  #say(days: [Date, Date] | null): void {
    this.#said.textContent = days ? days.map(told).join(" – ") : "";
  }

  #apply(days: [Date, Date] | null): void {
    const [first, last] = days?.map(iso) ?? ["", ""];
    if (this.since.value === first && this.until.value === last) return;
    this.since.value = first ?? "";
    this.until.value = last ?? "";
    this.since.form?.requestSubmit();
  }
}

async function begin(figure: HTMLElement): Promise<void> {
  const [since, until] = [field(figure.dataset["since"]), field(figure.dataset["until"])];
  const answer = await fetch(figure.dataset["from"] ?? "");
  if (!since || !until || !answer.ok || answer.redirected) return;
  const days = (await answer.json()) as Days | Record<string, never>;
  if ("counts" in days) new TimeBrush(figure, days as Days, since, until);
  else figure.hidden = true; // its room is kept only where there are facts to choose from
  figure.dataset["ready"] = "yes";
}

for (const each of document.querySelectorAll<HTMLElement>('[data-island="brush"]')) void begin(each);
