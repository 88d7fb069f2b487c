// The time brush: drag over the facts by day to fill in the days of the filters and apply them.
// Without scripts the same is done by the two fields.
import { brushX, type D3BrushEvent } from "d3-brush";
import { scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { utcDay } from "d3-time";
import { utcFormat } from "d3-time-format";

const HEIGHT = 26;
const iso = utcFormat("%Y-%m-%d");
const told = utcFormat("%-d %b %Y");

function field(figure: HTMLElement, name: string): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(figure.dataset[name] ?? "");
}

function day(text: string | undefined): Date {
  return new Date(`${text ?? ""}T00:00:00Z`);
}

function begin(figure: HTMLElement): void {
  const svg = figure.querySelector("svg");
  const [since, until] = [field(figure, "from"), field(figure, "to")];
  if (!svg || !since || !until) return;
  const width = svg.viewBox.baseVal.width;
  const after = utcDay.offset(day(figure.dataset["last"]), 1);
  const scale = scaleUtc([day(figure.dataset["first"]), after], [0, width]);
  const said = figure.querySelector("[data-said]");

  const days = (selection: [number, number]): [Date, Date] => {
    const [start, end] = [utcDay.round(scale.invert(selection[0])), scale.invert(selection[1])];
    const last = utcDay.offset(utcDay.round(end), -1);
    return [start, last < start ? start : last];
  };
  const brush = brushX<unknown>()
    .extent([
      [0, 0],
      [width, HEIGHT],
    ])
    .on("brush", (event: D3BrushEvent<unknown>) => {
      const [first, last] = days(event.selection as [number, number]);
      if (said) said.textContent = `${told(first)} – ${told(last)}`;
    })
    .on("end", (event: D3BrushEvent<unknown>) => {
      if (!event.sourceEvent) return;
      const chosen = event.selection ? days(event.selection as [number, number]) : null;
      since.value = chosen ? iso(chosen[0]) : "";
      until.value = chosen ? iso(chosen[1]) : "";
      since.form?.requestSubmit();
    });
  const layer = select(svg).append("g").attr("class", "brush-layer").call(brush);
  if (since.value || until.value) {
    const first = since.value ? day(since.value) : day(figure.dataset["first"]);
    const last = until.value ? utcDay.offset(day(until.value), 1) : after;
    const inside = (at: Date): number => Math.min(width, Math.max(0, scale(at)));
    brush.move(layer, [inside(first), inside(last)]);
  }
}

for (const each of document.querySelectorAll<HTMLElement>('[data-island="brush"]')) begin(each);
