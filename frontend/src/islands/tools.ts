// What drawings that can be brought nearer share: their buttons, and which gestures move them.
import "./tools.css";

export type Deed = [text: string, label: string, deed: () => void];

export function tools(place: HTMLElement, deeds: Deed[]): void {
  const row = place.appendChild(document.createElement("div"));
  row.className = "drawing-tools no-print";
  for (const [text, label, deed] of deeds) {
    const button = row.appendChild(document.createElement("button"));
    button.type = "button";
    button.title = label;
    button.textContent = text;
    button.addEventListener("click", deed);
  }
}

// A wheel scrolls the page and one finger does too; with Ctrl, or two fingers, they move a drawing.
export function moves(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  if (typeof TouchEvent !== "undefined" && event instanceof TouchEvent) return event.touches.length > 1;
  return !(event as MouseEvent).button;
}
