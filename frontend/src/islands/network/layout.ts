// Where nodes lie: drawn together by contacts, the same each time the same contacts are looked at.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";
import { radius, type Line, type Network, type Node } from "./data";

export interface Spot extends SimulationNodeDatum {
  node: Node;
  number: number;
  radius: number;
  x: number;
  y: number;
}

export interface Way {
  line: Line;
  from: Spot;
  to: Spot;
  bend: number; // how far its middle lies beside the straight line, in pixels
}

export interface Layout {
  spots: Spot[];
  ways: Way[];
}

const TICKS = 320;
const MARGIN = 46; // pixels above and beneath all nodes
const CLOSEST = 0.75;
const WIDEST = 2.5;
const UNEVEN = 1.7; // times at most that nodes lie farther apart in one direction than in the other
const APART = 18; // pixels between lines of the same two nodes
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

export interface Room {
  width: number;
  height: number;
}

// A wide room is filled by forces that pull less to its sides than to its middle line.
export function lay(network: Network, room: Room): Layout {
  const breadth = Math.max(0.6, Math.min(2, room.width / room.height));
  const spots = network.nodes.map(begin);
  const ways = bent(network.lines, spots);
  const links = [...groupsOf(network.lines).values()].map((group) => ({
    source: group[0]!.from,
    target: group[0]!.to,
    far: 100 + 16 * group.length,
  }));
  forceSimulation(spots)
    .force("links", forceLink<Spot, (typeof links)[number]>(links).distance(({ far }) => far).strength(0.35))
    .force("apart", forceManyBody<Spot>().strength(-420).distanceMax(520))
    .force("room", forceCollide<Spot>((spot) => spot.radius + 22))
    .force("x", forceX<Spot>(0).strength(0.08 / breadth))
    .force("y", forceY<Spot>(0).strength(0.08 * breadth))
    .stop()
    .tick(TICKS);
  stretch(spots, room);
  return { spots, ways };
}

// Nodes keep their size; how far they lie apart follows the room, and a little more in the
// direction in which there is more of it.
function stretch(spots: Spot[], room: Room): void {
  const [across, down] = ratios(spots, room);
  const held = (times: number, other: number): number =>
    Math.max(CLOSEST, Math.min(WIDEST, times, other * UNEVEN));
  for (const spot of spots) {
    spot.x *= held(across, down);
    spot.y *= held(down, across);
  }
}

// How much larger the nodes' places may be for all of them to find room, with names at the sides.
export function fit(spots: Spot[], room: Room): number {
  return Math.min(...ratios(spots, room));
}

function ratios(spots: Spot[], { width, height }: Room): [across: number, down: number] {
  const { left, right, top, bottom } = bounds(spots);
  const aside = Math.min(110, width / 6);
  return [
    (width - 2 * aside) / Math.max(1, right - left),
    (height - 2 * MARGIN) / Math.max(1, bottom - top),
  ];
}

export function bounds(spots: Spot[]): { left: number; right: number; top: number; bottom: number } {
  const xs = spots.map((spot) => spot.x);
  const ys = spots.map((spot) => spot.y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

// Nodes begin on a spiral in the order of the page, the busiest in the middle.
function begin(node: Node, number: number): Spot {
  const far = 26 * Math.sqrt(number + 0.5);
  const turn = number * GOLDEN;
  return {
    node,
    number,
    radius: radius(node.level),
    x: far * Math.cos(turn),
    y: far * Math.sin(turn),
  };
}

// Lines between the same two are bent apart, so that each can be told from the others.
function bent(lines: Line[], spots: Spot[]): Way[] {
  return [...groupsOf(lines).values()].flatMap((group) =>
    group.map((line, place) => {
      const bend = (place - (group.length - 1) / 2) * APART;
      return {
        line,
        from: spots[line.from]!,
        to: spots[line.to]!,
        bend: line.from < line.to ? bend : -bend,
      };
    }),
  );
}

function groupsOf(lines: Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) groups.set(pair(line), [...(groups.get(pair(line)) ?? []), line]);
  return groups;
}

function pair({ from, to }: Line): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`;
}

export interface Curve {
  path: string;
  at: (share: number) => [number, number]; // a point of it, from 0 to 1
}

// The curve of a way from the edge of one node to that of the other, with room for the arrow.
export function curve({ from, to, bend }: Way, arrow: number): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const far = 2 * bend * Math.min(1, length / 150); // less where the two are near each other
  const aside: [number, number] = [(-dy / length) * far, (dx / length) * far];
  const control: [number, number] = [(from.x + to.x) / 2 + aside[0], (from.y + to.y) / 2 + aside[1]];
  const start = edge(from, control, from.radius + 1);
  const end = edge(to, control, to.radius + 1 + arrow);
  const at = (share: number): [number, number] => {
    const [first, second, third] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
    return [
      first * start[0] + second * control[0] + third * end[0],
      first * start[1] + second * control[1] + third * end[1],
    ];
  };
  return { path: `M${point(start)}Q${point(control)} ${point(end)}`, at };
}

function edge(spot: Spot, toward: [number, number], far: number): [number, number] {
  const [dx, dy] = [toward[0] - spot.x, toward[1] - spot.y];
  const length = Math.hypot(dx, dy) || 1;
  return [spot.x + (dx / length) * far, spot.y + (dy / length) * far];
}

function point([x, y]: [number, number]): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
