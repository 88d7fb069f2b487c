// What the page gives the network: nodes, and lines between them.
export type Outcome = "held" | "open" | "off";

export interface Node {
  key: string;
  name: string;
  text: string;
  level: number | null; // of the most senior, 1 to 4
  stands: boolean; // a government or body, or a person of one
  held: number;
  others: number;
  link: string;
}

export interface Line {
  from: number; // of the node, in order
  to: number;
  channel: string;
  outcome: Outcome;
  number: number;
  begun: number;
  text: string;
  differs: string | null;
  link: string;
}

export interface Network {
  nodes: Node[];
  lines: Line[];
  further: number;
}

export function read(place: HTMLElement): Network | null {
  const source = document.querySelector(place.dataset["from"] ?? "");
  return source?.textContent ? (JSON.parse(source.textContent) as Network) : null;
}

// How large a node is, by the level of the most senior who takes part.
export function radius(level: number | null): number {
  return { 1: 14, 2: 10.5, 3: 8, 4: 6 }[level ?? 0] ?? 5;
}
