// Who contacted whom, as a network; its facts are those of the table beneath it.
import "../drawer.css";
import "./network.css";
import { drawers } from "../drawer";
import { read } from "./data";
import { legend } from "./legend";
import { columns } from "./matrix";
import { NetworkView } from "./view";

drawers(document);
document.querySelectorAll<HTMLTableElement>(".met-table").forEach(columns);
for (const place of document.querySelectorAll<HTMLElement>('[data-island="network"]')) void show(place);

async function show(place: HTMLElement): Promise<void> {
  const network = read(place);
  if (!network || network.nodes.length === 0) return;
  await document.fonts.ready; // names are measured
  const board = place.appendChild(document.createElement("div"));
  board.className = "network-board";
  new NetworkView(board, network);
  legend(place, network);
  const help = place.appendChild(document.createElement("p"));
  help.className = "quiet small no-print";
  help.textContent = "Pull nodes apart; Ctrl and the wheel bring them nearer. Keys: arrows from node to node, Page Up and Page Down through the lines of one, Enter opens the words.";
  if (network.further) help.prepend(`${network.further} with few contacts are only in the table. `);
  place.dataset["ready"] = "yes";
}

// Who was left out is told as soon as another government is chosen.
const of = document.querySelector<HTMLSelectElement>("#of");
of?.addEventListener("change", () => of.form?.requestSubmit());
