// The drawing: lands, borders, a mark for every holder that is too small to see, zoom.
import { geoEqualEarth, geoPath, type GeoPath, type GeoProjection } from "d3-geo";
import { select, type Selection } from "d3-selection";
import { zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform } from "d3-zoom";
import { atlas, STATES, type Atlas } from "./atlas";
import { moves, tools } from "../tools";
import { Patterns } from "./patterns";
import { standing, words, type Holder, type Standings } from "./standing";

const SMALLEST = 90; // square pixels of a land below which it has a mark as well
const FINE = 2.2; // times the whole world from which on the fine atlas is drawn
const NEAREST = 5;
const FARTHEST = 24;
const AROUND = 0.1; // of the width of the world: how much of a land around its capital is looked at

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export class Board {
  readonly #svg: Selection<SVGSVGElement, unknown, null, undefined>;
  readonly #lands: Selection<SVGGElement, unknown, null, undefined>;
  readonly #lines: Selection<SVGGElement, unknown, null, undefined>;
  readonly #held: Selection<SVGGElement, unknown, null, undefined>;
  readonly #patterns: Patterns;
  readonly #projection: GeoProjection = geoEqualEarth();
  readonly #path: GeoPath = geoPath(this.#projection);
  readonly #zoom: ZoomBehavior<SVGSVGElement, unknown>;
  #day: string | null;
  #atlas: Atlas | undefined;
  #fine = false;
  #scale = 1;

  constructor(
    private readonly place: HTMLElement,
    private readonly told: Standings,
  ) {
    this.#day = told.on;
    this.#svg = select(place).append("svg").attr("class", "map").attr("role", "group");
    this.#svg.attr("aria-label", "Map of who stands where");
    this.#patterns = new Patterns(this.#svg.append("defs").node()!);
    const world = this.#svg.append("g");
    this.#lands = world.append("g").attr("class", "lands").attr("aria-hidden", "true");
    this.#lines = world.append("g").attr("class", "lines").attr("aria-hidden", "true");
    this.#held = world.append("g").attr("class", "held");
    this.#zoom = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, FARTHEST])
      .filter((event: Event) => moves(event))
      .on("zoom", (event: { transform: ZoomTransform }) => {
        world.attr("transform", String(event.transform));
        this.#zoomed(event.transform.k);
      });
    this.#svg.call(this.#zoom).on("dblclick.zoom", null);
    this.#buttons();
  }

  async draw(): Promise<void> {
    this.#atlas = await atlas("coarse");
    this.#lay();
    this.#near();
    let width = this.place.clientWidth;
    new ResizeObserver(() => {
      if (this.place.clientWidth === width) return;
      width = this.place.clientWidth;
      this.#lay();
      this.#near();
    }).observe(this.place);
  }

  show(day: string | null): void {
    this.#day = day;
    this.#colour();
  }

  // Fit the world into the room there is, and draw it.
  #lay(): void {
    const width = Math.max(280, this.place.clientWidth);
    const height = Math.round(Math.min(Math.max(260, width * 0.58), Math.max(260, innerHeight * 0.7)));
    this.#svg.attr("viewBox", `0 0 ${width} ${height}`);
    this.#projection.fitExtent([[1, 1], [width - 1, height - 1]], { type: "Sphere" });
    this.#zoom.extent([[0, 0], [width, height]]).translateExtent([[0, 0], [width, height]]);
    this.#paint();
  }

  #paint(): void {
    if (!this.#atlas) return;
    const { lands, borders, brokenBorders } = this.#atlas;
    const holders = new Set(this.told.holders.map((each) => each.code));
    this.#lands
      .selectAll("path")
      .data([{ type: "Sphere" } as const, ...lands])
      .join("path")
      .attr("class", (each, place) => (place === 0 ? "water" : landClass(each as { id?: unknown })))
      .attr("d", (each) => this.#path(each as never));
    this.#lines
      .selectAll("path")
      .data([borders, brokenBorders])
      .join("path")
      .attr("class", (_, place) => (place ? "border border-disputed" : "border"))
      .attr("d", (each) => this.#path(each));
    const shapes = new Map(lands.filter((each) => holders.has(String(each.id))).map((each) => [each.id, each]));
    const links = this.#held
      .selectAll<SVGAElement, Holder>("a")
      .data(this.told.holders, (each) => each.code)
      .join("a")
      .attr("data-words", "");
    links.selectAll("*").remove();
    links.append("title");
    links
      .filter((each) => shapes.has(each.code))
      .append("path")
      .attr("d", (each) => this.#path(shapes.get(each.code)!))
      .attr("data-area", (each) => this.#path.area(shapes.get(each.code)!));
    links
      .filter((each) => STATES.has(each.code))
      .append("circle")
      .each((each, place, all) => {
        const [x, y] = this.#projection(STATES.get(each.code)!.at) ?? [0, 0];
        select(all[place]!).attr("cx", x).attr("cy", y);
      });
    this.#zoomed(this.#scale);
    this.#colour();
  }

  #colour(): void {
    const day = this.#day;
    this.#held.selectAll<SVGAElement, Holder>("a").each((holder, place, all) => {
      const step = standing(holder, day);
      const link = select<SVGAElement, Holder>(all[place]!);
      link.classed("absent", !step).attr("href", step ? step.link : null);
      if (!step) return;
      link.attr("class", `held-by stance-${step.stances[0] ?? "none"}`);
      link.attr("aria-label", words(holder, step)).select("title").text(words(holder, step));
      const fill = this.#patterns.fill(step);
      link.selectAll("path, circle").attr("fill", fill).classed("patterned", fill !== null);
    });
  }

  #zoomed(scale: number): void {
    this.#scale = scale;
    this.#patterns.scale(scale);
    this.#held.selectAll<SVGCircleElement, unknown>("circle").each(function () {
      const land = this.parentElement?.querySelector("path")?.dataset["area"];
      const small = land === undefined || Number(land) * scale * scale < SMALLEST;
      select(this).attr("r", 6 / scale).classed("gone", !small);
    });
    if (scale >= FINE && !this.#fine) void this.#refine();
  }

  async #refine(): Promise<void> {
    this.#fine = true;
    this.#atlas = await atlas("fine");
    this.#paint();
  }

  // Begin where the holders are: their lands, as far as these lie around their capitals, so that a
  // large state does not draw everything away.
  #near(): void {
    const boxes = this.told.holders.flatMap((each) => this.#around(each.code) ?? []);
    if (boxes.length === 0) return this.#whole();
    const [width, height] = this.#size();
    const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
    const right = Math.max(...boxes.map((box) => box.right));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    const room = Math.min(width / (right - left + width / 24), height / (bottom - top + height / 8));
    const scale = Math.max(1, Math.min(NEAREST, room));
    const middle: [number, number] = [(left + right) / 2, (top + bottom) / 2];
    this.#svg.call(this.#zoom.transform, zoomIdentity);
    this.#svg.call(this.#zoom.scaleTo, scale);
    this.#svg.call(this.#zoom.translateTo, ...middle);
  }

  #around(code: string): Box | null {
    const state = STATES.get(code);
    const point = state && this.#projection(state.at);
    if (!point) return null;
    const far = this.#size()[0] * AROUND;
    const land = this.#atlas?.lands.find((each) => each.id === code);
    const [[left, top], [right, bottom]] = land ? this.#path.bounds(land) : [point, point];
    return {
      left: Math.max(left, point[0] - far),
      right: Math.min(right, point[0] + far),
      top: Math.max(top, point[1] - far),
      bottom: Math.min(bottom, point[1] + far),
    };
  }

  #whole(): void {
    this.#svg.call(this.#zoom.transform, zoomIdentity);
  }

  #size(): [number, number] {
    const box = this.#svg.node()!.viewBox.baseVal;
    return [box.width, box.height];
  }

  #buttons(): void {
    tools(this.place, [
      ["+", "Nearer", () => this.#svg.call(this.#zoom.scaleBy, 1.6)],
      ["−", "Farther", () => this.#svg.call(this.#zoom.scaleBy, 1 / 1.6)],
      ["Holders", "Where the holders are", () => this.#near()],
      ["World", "The whole world", () => this.#whole()],
    ]);
  }
}

function landClass(land: { id?: unknown }): string {
  return land.id ? "land" : "land land-disputed";
}
