// Words that end with an ellipsis where they find no room.
const LABEL = 0.75; // of the size of letters of the page: that of labels

// Text of at most a number of letters, an ellipsis among them.
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, Math.max(most - 1, 3)).trimEnd()}…` : text;
}

// As much of a label as a number of pixels holds.
export function fitted(text: string, room: number): string {
  const width = ruler().measureText(text).width;
  return width <= room ? text : cut(text, Math.floor((text.length * room) / width));
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
