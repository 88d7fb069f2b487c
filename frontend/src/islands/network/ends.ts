// The arrow at the end of a line: filled where the contact was held, hollow where it was not.
import type { Selection } from "d3-selection";

export const ARROW = 8;

// Args: the point that the arrow touches, and its direction in degrees.
export function drawEnds<Parent extends SVGElement | null>(
  group: Selection<SVGGElement, unknown, Parent, unknown>,
  [x, y]: [number, number],
  degrees: number,
  hollow: boolean,
): void {
  group
    .append("path")
    .attr("class", hollow ? "arrow hollow" : "arrow")
    .attr("d", `M0,0l${-ARROW},${-ARROW / 2.2}v${(2 * ARROW) / 2.2}z`)
    .attr("transform", `translate(${x},${y}) rotate(${degrees})`);
}
