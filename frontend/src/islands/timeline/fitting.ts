// Words that end with an ellipsis where they find no room.
const LEAST = 4; // letters that always stand
const LABEL = 0.75; // of the size of letters of the page: that of labels

// Text of at most a number of letters, an ellipsis among them.
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, Math.max(most, LEAST) - 1).trimEnd()}…` : text;
}

// As much of a label as a number of pixels holds.
export function fitted(text: string, room: number): string {
  const width = (some: string): number => ruler().measureText(some).width;
  if (width(text) <= room) return text;
  let most = Math.floor((text.length * room) / width(text)) + 1;
  while (most > LEAST && width(cut(text, most)) > room) most -= 1;
  return cut(text, most);
}

let held: CanvasRenderingContext2D | null = null;

// Measured apart from the page, which would be laid out anew for each label.
function ruler(): CanvasRenderingContext2D {
  if (held) return held;
  held = document.createElement("canvas").getContext("2d")!;
  const { fontFamily, fontSize } = getComputedStyle(document.documentElement);
  held.font = `${parseFloat(fontSize) * LABEL}px ${fontFamily}`;
  return held;
}
