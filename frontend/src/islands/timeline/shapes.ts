// The shape of each kind of fact, the same as its letter has everywhere, and that of a bar.
import type { Selection } from "d3-selection";
import { letter } from "./data";

type Into = Selection<SVGGElement, unknown, null, undefined>;

export const HEIGHT = 18;
const POINT = 6;

// A box in the shape of a kind: events square, contacts round, statements round to the right,
// positions with a heavy foot (which the style sheet draws), attitudes with cut corners.
export function shape(kind: string, width: number, height: number): string {
  const r = height / 2;
  if (kind === "contacts")
    return `M${r},0H${width - r}a${r},${r} 0 0 1 0,${height}H${r}a${r},${r} 0 0 1 0,${-height}Z`;
  if (kind === "statements")
    return `M0,0H${width - r}a${r},${r} 0 0 1 0,${height}H0Z`;
  if (kind === "attitudes")
    return `M4,0H${width - 4}l4,4V${height - 4}l-4,4H4l-4,-4V4Z`;
  return `M0,0H${width}V${height}H0Z`;
}

// The days of a fact; what was on one of several days comes to a point at both ends.
export function extent(width: number, uncertain: boolean): string {
  if (!uncertain) return `M0,0H${width}V${HEIGHT}H0Z`;
  const [middle, point] = [HEIGHT / 2, Math.min(POINT, width / 2)];
  return `M${point},0H${width - point}L${width},${middle}L${width - point},${HEIGHT}H${point}L0,${middle}Z`;
}

// The letter of a kind in its shape.
export function glyph(into: Into, kind: string, x: number): void {
  const group = into.append("g").attr("class", "glyph").attr("transform", `translate(${x},2)`);
  group.append("path").attr("d", shape(kind, 16, 14));
  if (kind === "positions") group.append("path").attr("class", "foot").attr("d", "M0,13H16");
  group.append("text").attr("class", "letter").attr("x", 8).attr("y", 11).text(letter(kind));
}
