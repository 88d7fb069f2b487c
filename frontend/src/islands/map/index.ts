// The world, coloured by who stands where, on any day that something was told of.
import "../drawer.css";
import "./map.css";
import { drawers } from "../drawer";
import { Board } from "./board";
import { slider } from "./slider";
import type { Standings } from "./standing";

for (const place of document.querySelectorAll<HTMLElement>('[data-island="map"]')) void show(place);
drawers(document);

async function show(place: HTMLElement): Promise<void> {
  const source = document.querySelector(place.dataset["from"] ?? "");
  if (!source?.textContent) return;
  const told = JSON.parse(source.textContent) as Standings;
  const board = new Board(place, told);
  slider(place, told, (day) => board.show(day));
  await board.draw();
  place.dataset["ready"] = "yes";
}

// An act is looked at as soon as it is chosen.
const act = document.querySelector<HTMLSelectElement>("#act");
act?.addEventListener("change", () => act.form?.requestSubmit());
