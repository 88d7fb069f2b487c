// Slides through the days on which something was told; the map follows at once, the table when the
// slide is let go. The last place stands for all that is told.
import type { Standings } from "./standing";

export function slider(
  place: HTMLElement,
  told: Standings,
  show: (day: string | null) => void,
): void {
  if (told.days.length < 2) return;
  const last = told.days.length - 1;
  const range = document.createElement("input");
  range.type = "range";
  range.id = "map-day";
  range.max = String(last);
  const until = told.days.filter((each) => !told.on || each <= told.on).length;
  range.value = String(Math.max(0, until - 1));
  const label = document.createElement("label");
  label.htmlFor = range.id;
  label.textContent = "Day";
  const day = document.createElement("output");
  day.htmlFor.add(range.id);
  const row = document.createElement("div");
  row.className = "map-days no-print";
  row.append(label, range, day);
  place.append(row);

  const move = (): string | null => {
    const at = Number(range.value);
    day.textContent = told.dayNames[at] ?? "";
    range.setAttribute("aria-valuetext", day.textContent);
    const chosen = at === last ? null : (told.days[at] ?? null);
    show(chosen);
    return chosen;
  };
  range.addEventListener("input", move);
  range.addEventListener("change", () => {
    const field = document.querySelector<HTMLInputElement>("#on");
    if (!field) return;
    field.value = move() ?? "";
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  move();
}
