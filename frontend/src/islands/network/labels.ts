// Names beside nodes, none over another or over a node. What finds no room is shown when its node
// is pointed at, or when the network is brought nearer.
import type { Spot } from "./layout";

export interface Label {
  spot: Spot;
  anchor: "start" | "end" | "middle";
  dx: number; // from the middle of the node, in pixels of the screen
  dy: number;
  shown: boolean;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const HIGH = 15;
const GAP = 4;

export type Point = [x: number, y: number];

// What is on the screen: how near the network is and where it lies, and the room there is.
export interface Screen {
  scale: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

// Args: spots, the most important first; the width of each name on the screen; points of the lines,
// which names cover only where they must.
export function label(
  spots: Spot[],
  width: (spot: Spot) => number,
  lines: Point[],
  screen: Screen,
): Label[] {
  const on = ([x, y]: Point): Point => [x * screen.scale + screen.x, y * screen.scale + screen.y];
  const taken = spots.map((spot) => around(on([spot.x, spot.y]), spot.radius * screen.scale + 1));
  const points = lines.map(on);
  const clear = 2 + 2 * screen.scale; // lines and their arrows are wider the nearer they are
  return spots.map((spot, place) => {
    const far = spot.radius * screen.scale + GAP;
    const choices = beside(on([spot.x, spot.y]), far, width(spot));
    const others = taken.filter((_, number) => number !== place);
    const free = choices.filter(
      ({ box }) => within(box, screen) && !others.some((each) => overlap(box, each)),
    );
    const covered = free.map(({ box }) => points.filter((point) => inside(point, box, clear)).length);
    const best = free[covered.indexOf(Math.min(...covered))];
    if (best) taken.push(best.box);
    const { anchor, dx, dy } = (best ?? choices[0])!;
    return { spot, anchor, dx, dy, shown: best !== undefined };
  });
}

type Choice = Pick<Label, "anchor" | "dx" | "dy"> & { box: Box };

function beside([x, y]: Point, far: number, width: number): Choice[] {
  const at = (anchor: Label["anchor"], dx: number, dy: number): Choice => {
    const left = x + dx - { start: 0, middle: width / 2, end: width }[anchor];
    const box = { left, right: left + width, top: y + dy - HIGH / 2, bottom: y + dy + HIGH / 2 };
    return { anchor, dx, dy, box };
  };
  const slant = far * 0.75;
  return [
    at("start", far, 0),
    at("end", -far, 0),
    at("middle", 0, far + HIGH / 2),
    at("middle", 0, -far - HIGH / 2),
    at("start", slant, slant + 3),
    at("start", slant, -slant - 3),
    at("end", -slant, slant + 3),
    at("end", -slant, -slant - 3),
  ];
}

function around([x, y]: Point, far: number): Box {
  return { left: x - far, right: x + far, top: y - far, bottom: y + far };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  );
}

function inside([x, y]: Point, box: Box, clear: number): boolean {
  const across = box.left - clear < x && x < box.right + clear;
  return across && box.top - clear < y && y < box.bottom + clear;
}

function within(box: Box, { width, height }: Screen): boolean {
  return box.left > 0 && box.right < width && box.top > 0 && box.bottom < height;
}
