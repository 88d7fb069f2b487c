// The drawing: nodes with their names, lines with their arrows; drag, zoom, keys.
import { drag } from "d3-drag";
import { select, type Selection } from "d3-selection";
import { zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform } from "d3-zoom";
import { moves, tools } from "../tools";
import type { Network } from "./data";
import { ARROW, drawEnds } from "./ends";
import { label } from "./labels";
import { bounds, curve, fit, lay, type Layout, type Room, type Spot, type Way } from "./layout";
import { neighbour, turned, waysOf } from "./walking";

type Layer<Datum> = Selection<SVGAElement, Datum, SVGGElement, unknown>;

const FARTHEST = 6;
const LARGEST = 1.3; // times at most that a small network is enlarged to fill its room
const NARROW = 480;
const LONGEST = 26; // letters of a name
const SHARES = [0.06, 0.14, 0.22, 0.3, 0.4, 0.5, 0.6, 0.7, 0.78, 0.86, 0.94, 1]; // of a line

export class NetworkView {
  readonly #svg: Selection<SVGSVGElement, unknown, null, undefined>;
  readonly #layout: Layout;
  readonly #zoom: ZoomBehavior<SVGSVGElement, unknown>;
  readonly #ways: Layer<Way>;
  readonly #spots: Layer<Spot>;
  #at: ZoomTransform = zoomIdentity;

  constructor(
    private readonly place: HTMLElement,
    network: Network,
  ) {
    this.#layout = lay(network, this.#room());
    this.#svg = select(place).append("svg").attr("role", "group");
    this.#svg.attr("aria-label", "Network of contacts; the arrow keys go from node to node");
    const world = this.#svg.append("g");
    this.#ways = drawWays(world.append("g"), this.#layout.ways);
    this.#spots = drawSpots(world.append("g"), this.#layout.spots);
    this.#zoom = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.2, FARTHEST])
      .filter((event: Event) => moves(event))
      .on("zoom end", ({ type, transform }: { type: string; transform: ZoomTransform }) => {
        world.attr("transform", String(transform));
        if (type === "end" || transform.k !== this.#at.k) this.#label(transform);
      });
    this.#svg.call(this.#zoom).on("dblclick.zoom", null);
    this.#listen();
    tools(place, [
      ["+", "Nearer", () => this.#svg.call(this.#zoom.scaleBy, 1.5)],
      ["−", "Farther", () => this.#svg.call(this.#zoom.scaleBy, 1 / 1.5)],
      ["Whole", "The whole network", () => this.#whole()],
    ]);
    this.#fit();
    this.#place();
    new ResizeObserver(() => this.#fit()).observe(place);
  }

  #room(): Room {
    const width = Math.max(280, this.place.clientWidth);
    const high = width < NARROW ? width * 1.6 : Math.min(width * 0.55, innerHeight * 0.72);
    return { width, height: Math.round(Math.max(320, high)) };
  }

  #fit(): void {
    const { width, height } = this.#room();
    const box = `0 0 ${width} ${height}`;
    if (this.#svg.attr("viewBox") === box) return;
    this.#svg.attr("viewBox", box);
    this.#zoom.extent([[0, 0], [width, height]]);
    this.#whole();
  }

  // All nodes, with room for names at the sides.
  #whole(): void {
    const room = this.#room();
    const { left, right, top, bottom } = bounds(this.#layout.spots);
    const scale = Math.min(LARGEST, fit(this.#layout.spots, room));
    const transform = zoomIdentity
      .translate(room.width / 2, room.height / 2)
      .scale(scale)
      .translate(-(left + right) / 2, -(top + bottom) / 2);
    this.#svg.call(this.#zoom.transform, transform);
    this.#label(transform);
  }

  #place(): void {
    this.#spots.attr("transform", ({ x, y }) => `translate(${x},${y})`);
    this.#ways.each(function (way) {
      placeWay(select<SVGAElement, Way>(this), way);
    });
    this.#label(this.#at);
  }

  // Names keep their size on the screen, however near the network is.
  #label(at: ZoomTransform): void {
    this.#at = at;
    const { x, y, k: scale } = at;
    const texts = new Map<Spot, SVGTextElement>();
    this.#spots.each(function (spot) {
      texts.set(spot, this.querySelector("text")!);
    });
    const width = (spot: Spot): number => texts.get(spot)!.getComputedTextLength() + 4;
    const points = this.#layout.ways.flatMap((way) => SHARES.map(curve(way, ARROW).at));
    const screen = { scale, x, y, ...this.#room() };
    for (const { spot, anchor, dx, dy, shown } of label(this.#layout.spots, width, points, screen)) {
      select(texts.get(spot)!)
        .classed("hidden", !shown)
        .attr("text-anchor", anchor)
        .attr("transform", `scale(${1 / scale}) translate(${dx},${dy})`);
    }
    this.#ways.select(".badge").attr("transform", function (way) {
      const [x, y] = curve(way as Way, ARROW).at(0.5);
      return `translate(${x},${y}) scale(${1 / scale})`;
    });
  }

  #listen(): void {
    const pointed = (one: Spot | Way) => () => this.#light(one);
    this.#spots.each((spot, number, all) => {
      all[number]!.addEventListener("pointerenter", pointed(spot));
      all[number]!.addEventListener("focus", pointed(spot));
    });
    this.#ways.each((way, number, all) => {
      all[number]!.addEventListener("pointerenter", pointed(way));
      all[number]!.addEventListener("focus", pointed(way));
    });
    for (const each of [this.#spots, this.#ways] as Layer<unknown>[]) {
      each.on("pointerleave blur", () => this.#light(null));
    }
    this.#spots.on("keydown", (event: KeyboardEvent, spot) => this.#walk(event, spot));
    this.#ways.on("keydown", (event: KeyboardEvent, way) => this.#turn(event, way));
    this.#spots.call(
      drag<SVGAElement, Spot>()
        .on("drag", ({ dx, dy }: { dx: number; dy: number }, spot) => {
          spot.x += dx;
          spot.y += dy;
          this.#place();
        })
        .clickDistance(4),
    );
  }

  // Show one node or line with what belongs to it, and let the rest stand back.
  #light(one: Spot | Way | null): void {
    const ways = one === null ? [] : "line" in one ? [one] : waysOf(this.#layout, one);
    const spots = new Set(ways.flatMap((way) => [way.from, way.to]));
    if (one !== null && !("line" in one)) spots.add(one);
    this.#svg.classed("lit", one !== null);
    this.#ways.classed("is-lit", (way) => ways.includes(way));
    this.#spots.classed("is-lit", (spot) => spots.has(spot));
  }

  #walk(event: KeyboardEvent, spot: Spot): void {
    const next = neighbour(this.#layout.spots, spot, event.key);
    const way = turned(waysOf(this.#layout, spot), null, event.key);
    if (next) this.#go(next);
    else if (way) this.#goto(way);
    else return;
    event.preventDefault();
  }

  // Page keys go on through the lines of the node that was left; the arrows lead back to it.
  #turn(event: KeyboardEvent, way: Way): void {
    const spot = this.#spots.filter("[tabindex='0']").datum();
    const next = turned(waysOf(this.#layout, spot), way, event.key);
    if (next) this.#goto(next);
    else if (event.key === "Escape" || event.key.startsWith("Arrow")) this.#go(spot);
    else return;
    event.preventDefault();
  }

  #go(spot: Spot): void {
    this.#spots.attr("tabindex", (each) => (each === spot ? 0 : -1));
    this.#spots.filter((each) => each === spot).node()?.focus();
  }

  #goto(way: Way): void {
    this.#ways.filter((each) => each === way).node()?.focus();
  }
}

function drawWays(layer: Selection<SVGGElement, unknown, null, undefined>, ways: Way[]): Layer<Way> {
  const found = layer
    .selectAll<SVGAElement, Way>("a")
    .data(ways)
    .join((enter) => enter.append<SVGAElement>("a"))
    .attr("class", ({ line }) => `way way-${line.channel} came-${line.outcome}`)
    .classed("differs", ({ line }) => line.differs !== null)
    .attr("data-words", "")
    .attr("tabindex", -1)
    .attr("href", ({ line }) => line.link)
    .attr("aria-label", ({ line }) => told(line.text, line.differs));
  found.append("title").text(({ line }) => told(line.text, line.differs));
  for (const name of ["stroke", "core", "hit"]) found.append("path").attr("class", name);
  found.append("g").attr("class", "ends");
  const badges = found.append("g").attr("class", "badge");
  badges.filter(({ line }) => line.outcome === "open").append("circle").attr("r", 4);
  badges.filter(({ line }) => line.outcome === "off").append("path").attr("class", "cross").attr("d", "M-4,-4l8,8m0,-8l-8,8");
  badges.filter(({ line }) => line.number > 1).append("text").attr("dy", "-0.45em").text(({ line }) => line.number);
  return found;
}

function drawSpots(layer: Selection<SVGGElement, unknown, null, undefined>, spots: Spot[]): Layer<Spot> {
  const found = layer
    .selectAll<SVGAElement, Spot>("a")
    .data(spots)
    .join((enter) => enter.append<SVGAElement>("a"))
    .attr("class", ({ node }) => `spot${node.level ? "" : " unknown"}${node.stands ? "" : " nobodys"}`)
    .attr("data-words", "")
    .attr("tabindex", (_, number) => (number ? -1 : 0))
    .attr("href", ({ node }) => node.link)
    .attr("aria-label", ({ node }) => `${node.text}; ${node.held} contacts held`);
  found.append("title").text(({ node }) => node.text);
  found.append("circle").attr("r", (spot) => spot.radius);
  found.append("text").attr("dy", "0.34em").text(({ node }) => short(node.name));
  return found;
}

function placeWay(way: Selection<SVGAElement, Way, null, undefined>, told: Way): void {
  const known = told.line.begun > 0;
  const { path } = curve(told, known ? ARROW : 0);
  way.selectAll("path.stroke, path.core, path.hit").attr("d", path);
  const ends = way.select<SVGGElement>(".ends");
  ends.selectAll("*").remove();
  if (!known) return;
  const line = way.select<SVGPathElement>("path.stroke").node()!;
  const length = line.getTotalLength();
  const [near, end] = [line.getPointAtLength(length - 1), line.getPointAtLength(length)];
  const turn = (Math.atan2(end.y - near.y, end.x - near.x) * 180) / Math.PI;
  const tip: [number, number] = [
    end.x + Math.cos((turn * Math.PI) / 180) * ARROW,
    end.y + Math.sin((turn * Math.PI) / 180) * ARROW,
  ];
  drawEnds(ends as Selection<SVGGElement, unknown, null, unknown>, tip, turn, told.line.outcome !== "held");
}

function told(text: string, differs: string | null): string {
  return differs ? `${text}; ${differs}` : text;
}

// A long name ends with a whole word.
function short(name: string): string {
  if (name.length <= LONGEST) return name;
  const words = name.slice(0, LONGEST).replace(/\s+\S*$/, "");
  return `${words}…`;
}
