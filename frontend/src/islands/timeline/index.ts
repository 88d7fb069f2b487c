// The chart of the timeline: lanes by actor, from years to hours. Its facts are those of the list
// beneath it, which says the same without scripts, and comes first where there is little room.
import "../drawer.css";
import "./timeline.css";
import { read } from "./data";
import { legend } from "./legend";
import { TimelineView } from "./view";

const ROOMY = "(min-width: 40rem)";

for (const element of document.querySelectorAll<HTMLElement>('[data-island="timeline"]')) {
  const chart = read(element);
  if (!chart || chart.bars.length === 0) continue;
  const room = element.appendChild(document.createElement("details"));
  room.open = window.matchMedia(ROOMY).matches;
  room.appendChild(document.createElement("summary")).textContent = "Chart";
  legend(room);
  const place = room.appendChild(document.createElement("div"));
  new TimelineView(place, chart);
  element.dataset["ready"] = "yes";
}

// Lanes are changed as soon as they are chosen.
const by = document.querySelector<HTMLSelectElement>("#lanes-by");
by?.addEventListener("change", () => by.form?.requestSubmit());
