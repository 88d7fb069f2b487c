// How a standing is filled: plain where told in the holder's own words, hatched where only others
// report it, in bands where several stances were told of one day. Colour is never all that tells.
import type { Step } from "./standing";

const SVG = "http://www.w3.org/2000/svg";
const BAND = 5;
const GAP = 2.5;

export class Patterns {
  #made = new Map<string, SVGPatternElement>();
  #scale = 1;

  constructor(private readonly defs: SVGDefsElement) {}

  // The value of `fill`, or nothing where a class alone says it.
  fill(step: Step): string | null {
    if (step.own && step.stances.length === 1) return null;
    const key = `${step.own ? "own" : "reported"}-${step.stances.join("-")}`;
    if (!this.#made.has(key)) this.#made.set(key, this.#make(key, step));
    return `url(#${key})`;
  }

  // Keep bands as wide on the screen, however far the map is zoomed.
  scale(by: number): void {
    this.#scale = by;
    for (const each of this.#made.values()) this.#turn(each);
  }

  #make(key: string, step: Step): SVGPatternElement {
    const pattern = document.createElementNS(SVG, "pattern");
    const band = step.own ? BAND : GAP;
    const pitch = step.own ? band : band * 2;
    pattern.id = key;
    pattern.setAttribute("patternUnits", "userSpaceOnUse");
    pattern.setAttribute("width", String(pitch * step.stances.length));
    pattern.setAttribute("height", "8");
    pattern.append(rectangle("pattern-ground", 0, pitch * step.stances.length));
    step.stances.forEach((stance, place) =>
      pattern.append(rectangle(`pattern-band stance-${stance}`, place * pitch, band)),
    );
    this.#turn(pattern);
    this.defs.append(pattern);
    return pattern;
  }

  #turn(pattern: SVGPatternElement): void {
    pattern.setAttribute("patternTransform", `scale(${1 / this.#scale}) rotate(45)`);
  }
}

function rectangle(name: string, x: number, width: number): SVGRectElement {
  const made = document.createElementNS(SVG, "rect");
  made.setAttribute("class", name);
  made.setAttribute("x", String(x));
  made.setAttribute("width", String(width));
  made.setAttribute("height", "8");
  return made;
}
