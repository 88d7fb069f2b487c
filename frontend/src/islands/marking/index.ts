// Marking words of an article: what is selected may be added as a fact, or be what a fact rests on.
// Without it words are copied into a form that finds them in the text.
import "./marking.css";
import { type Marked, markedIn, merged } from "./offsets";

const LONGEST = 80;

class Marking {
  private kept: Marked[] = [];
  private now: Marked | null = null;
  private readonly words: HTMLElement;
  private readonly more: HTMLButtonElement;

  constructor(
    private readonly bar: HTMLElement,
    private readonly text: HTMLElement,
  ) {
    this.words = this.part("[data-marked]");
    this.more = this.part("[data-more]") as HTMLButtonElement;
  }

  start(): void {
    let waiting = 0;
    document.addEventListener("selectionchange", () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => this.selected(), 150);
    });
    this.more.addEventListener("click", () => this.keep());
    this.part("[data-forget]").addEventListener("click", () => this.forget());
  }

  private part(selector: string): HTMLElement {
    const found = this.bar.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The bar has no ${selector}.`);
    return found;
  }

  private selected(): void {
    const selection = window.getSelection();
    if (selection && this.bar.contains(selection.anchorNode)) return;
    this.now = selection && !selection.isCollapsed ? markedIn(this.text, selection) : null;
    this.show();
  }

  private keep(): void {
    if (this.now) this.kept.push(this.now);
    this.now = null;
    window.getSelection()?.removeAllRanges();
    this.show();
  }

  private forget(): void {
    this.kept = [];
    this.now = null;
    window.getSelection()?.removeAllRanges();
    this.show();
  }

  private show(): void {
    const all = merged([...this.kept, ...(this.now ? [this.now] : [])]);
    const hidden = all.length === 0;
    if (!hidden && this.bar.hidden) say("Words are marked; after the text stands what they may be.");
    this.bar.hidden = hidden;
    this.more.disabled = this.now === null;
    if (hidden) return;
    this.words.textContent = all.map((each) => `“${shortened(each.text)}”`).join(" … ");
    for (const link of this.bar.querySelectorAll<HTMLAnchorElement>("a[data-base]")) {
      const url = new URL(link.dataset["base"] ?? "", window.location.origin);
      for (const each of all) url.searchParams.append("mark", `${each.start}-${each.end}`);
      link.href = url.pathname + url.search;
    }
    this.point(all);
  }

  // The fact that is chosen beside the text, if one is, may rest on these words.
  private point(all: Marked[]): void {
    const card = document.querySelector<HTMLElement>("[data-telling][aria-current]");
    const address = card?.querySelector<HTMLAnchorElement>("a[data-shows]")?.href;
    const fact = address ? new URL(address).searchParams.get("fact") : null;
    const link = this.part("[data-points]") as HTMLAnchorElement;
    link.hidden = fact === null;
    if (fact === null) return;
    const url = new URL(link.dataset["points"] ?? "", window.location.origin);
    url.searchParams.set("fact", fact);
    for (const each of all) url.searchParams.append("mark", `${each.start}-${each.end}`);
    link.href = url.pathname + url.search;
    link.textContent = `The words of ${card?.dataset["telling"] ?? "the chosen fact"}`;
  }
}

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
};

function say(words: string): void {
  const place = document.querySelector("#said");
  if (place) place.textContent = words;
}

const bar = document.querySelector<HTMLElement>("[data-island=marking]");
const text = document.querySelector<HTMLElement>(".reading .words");
if (bar && text) new Marking(bar, text).start();
