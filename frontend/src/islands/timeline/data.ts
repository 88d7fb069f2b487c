// What the page gives the chart: lanes, and facts as bars in them.
import { utcDay } from "d3-time";

export interface Lane {
  name: string;
  facts: number;
  link: string | null;
}

// How a fact is told: as something that was, as planned, possible, denied, or recalled.
export type Form = "firm" | "planned" | "possible" | "denied" | "recalled";

interface GivenBar {
  fact: string;
  kind: string;
  lanes: number[];
  toward: number[];
  first: string;
  last: string;
  label: string;
  sentence: string;
  told: string[];
  origins: number;
  reports: number;
  form: Form;
  turn: [string, string] | null;
}

export interface Bar extends Omit<GivenBar, "first" | "last" | "told"> {
  start: Date; // the beginning of the first day
  end: Date; // the end of the last one
  told: Date[];
  uncertain: boolean;
}

export interface Chart {
  lanes: Lane[];
  own: number; // lanes that are not folded into one
  bars: Bar[];
  narrow: string; // the address that days are put to
  words: string; // the address that the ids of facts are put to
}

export const KINDS = ["events", "contacts", "statements", "positions", "attitudes"] as const;

const LETTERS: Record<string, string> = {
  events: "E",
  contacts: "C",
  statements: "S",
  positions: "P",
  attitudes: "A",
};

export function letter(kind: string): string {
  return LETTERS[kind] ?? "?";
}

export function read(element: HTMLElement): Chart | null {
  const source = document.querySelector(element.dataset["from"] ?? "");
  if (!source?.textContent) return null;
  const given = JSON.parse(source.textContent) as Omit<Chart, "bars"> & { bars: GivenBar[] };
  return { ...given, bars: given.bars.map(bar) };
}

// The chart with all lanes beyond the first ones put into one.
export function folded(chart: Chart): Chart {
  const { own } = chart;
  const rest = chart.lanes.length - own;
  if (rest < 1) return chart;
  const fold = (lanes: number[]): number[] => [
    ...new Set(lanes.map((lane) => Math.min(lane, own))),
  ];
  const bars = chart.bars.map((each) => ({ ...each, lanes: fold(each.lanes), toward: fold(each.toward) }));
  const facts = bars.filter((each) => each.lanes.includes(own)).length;
  const lanes = [...chart.lanes.slice(0, own), { name: `${rest} others`, facts, link: null }];
  return { ...chart, lanes, bars };
}

function bar(given: GivenBar): Bar {
  const start = new Date(`${given.first}T00:00:00Z`);
  const last = new Date(`${given.last}T00:00:00Z`);
  const told = given.told.map((each) => new Date(each));
  return {
    ...given,
    start,
    end: utcDay.offset(last, 1),
    told,
    uncertain: given.first !== given.last,
  };
}
