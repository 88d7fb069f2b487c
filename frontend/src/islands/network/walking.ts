// From one node to the next by arrow keys, and through the lines of a node.
import type { Layout, Spot, Way } from "./layout";

const DIRECTIONS: Record<string, [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

// The nearest node in the direction of a key; what lies aside counts as farther off.
export function neighbour(spots: Spot[], from: Spot, key: string): Spot | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const [right, down] = direction;
  const ahead = spots.flatMap((spot) => {
    const [dx, dy] = [spot.x - from.x, spot.y - from.y];
    const [along, aside] = [dx * right + dy * down, Math.abs(dx * down - dy * right)];
    return spot !== from && along > 0 && aside <= along * 2 ? [{ spot, far: along + aside * 2 }] : [];
  });
  ahead.sort((one, other) => one.far - other.far);
  return ahead[0]?.spot ?? null;
}

// The lines of a node in the order of the page.
export function waysOf({ ways }: Layout, spot: Spot): Way[] {
  return ways.filter((way) => way.from === spot || way.to === spot);
}

// The next of some lines by Page Down, or the one before by Page Up; around at the ends.
export function turned(ways: Way[], from: Way | null, key: string): Way | null {
  if (key !== "PageDown" && key !== "PageUp") return null;
  const step = key === "PageDown" ? 1 : -1;
  const at = from ? ways.indexOf(from) : step > 0 ? -1 : 0;
  return ways.at((at + step) % ways.length) ?? null;
}
