const WIDE = "(min-width: 64rem)";
const REST = 220; // milliseconds that one points at words before the other side moves

const refsOf = (piece: HTMLElement): string[] => (piece.dataset["refs"] ?? "").split(" ");

export class Joined {
  private readonly cards = new Map<string, HTMLElement>();
  private readonly words = new Map<string, HTMLElement[]>();
  private readonly wide = window.matchMedia(WIDE);
  private chosen: string | null;
  private lit: string | null = null;
  private waiting = 0;

  constructor(private readonly root: HTMLElement) {
    for (const card of root.querySelectorAll<HTMLElement>("[data-telling]")) {
      this.cards.set(card.dataset["telling"] ?? "", card);
    }
    for (const piece of root.querySelectorAll<HTMLElement>("[data-refs]")) {
      for (const ref of refsOf(piece)) {
        this.words.set(ref, [...(this.words.get(ref) ?? []), piece]);
      }
    }
    this.chosen = root.dataset["chosen"] || null;
  }

  start(): void {
    this.root.addEventListener("click", (event) => this.clicked(event));
    this.root.addEventListener("mouseover", (event) => this.pointed(event));
    this.root.addEventListener("mouseleave", () => this.point(null));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.chosen) this.choose(null);
    });
    if (this.chosen) this.cards.get(this.chosen)?.scrollIntoView({ block: "nearest" });
    if (this.chosen) this.root.querySelector("#words")?.scrollIntoView({ block: "center" });
  }

  private clicked(event: MouseEvent): void {
    const target = event.target as Element;
    const shows = target.closest<HTMLElement>("[data-shows]");
    const link = target.closest<HTMLElement>("[data-ref]");
    const piece = target.closest<HTMLElement>("[data-refs]");
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (shows) {
      event.preventDefault();
      this.showWords(shows.dataset["shows"] ?? "", shows as HTMLAnchorElement);
    } else if (link) {
      event.preventDefault();
      this.showCard(link.dataset["ref"] ?? "", true);
    } else if (piece && window.getSelection()?.isCollapsed) {
      const refs = refsOf(piece);
      const next = refs[(refs.indexOf(this.chosen ?? "") + 1) % refs.length];
      if (next) this.showCard(next, false);
    }
  }

  private pointed(event: MouseEvent): void {
    const target = event.target as Element;
    const card = target.closest<HTMLElement>("[data-telling]");
    const piece = target.closest<HTMLElement>("[data-refs]");
    if (card) this.point(card.dataset["telling"] ?? null);
    else if (piece) this.point(refsOf(piece)[0] ?? null, true);
    else this.point(null);
  }

  private point(ref: string | null, reveal = false): void {
    if (ref === this.lit) return;
    this.light(this.lit, false);
    this.light(ref, true);
    this.lit = ref;
    window.clearTimeout(this.waiting);
    const card = ref ? this.cards.get(ref) : undefined;
    if (reveal && card && this.wide.matches) {
      this.waiting = window.setTimeout(() => this.bring(card), REST);
    }
  }

  private light(ref: string | null, on: boolean): void {
    if (!ref) return;
    this.cards.get(ref)?.classList.toggle("lit", on);
    for (const piece of this.words.get(ref) ?? []) piece.classList.toggle("lit", on);
  }

  private choose(ref: string | null): void {
    if (this.chosen) this.mark(this.chosen, false);
    this.chosen = ref;
    if (ref) this.mark(ref, true);
  }

  private mark(ref: string, on: boolean): void {
    const card = this.cards.get(ref);
    card?.classList.toggle("chosen", on);
    if (on) card?.setAttribute("aria-current", "true");
    else card?.removeAttribute("aria-current");
    for (const piece of this.words.get(ref) ?? []) {
      const part = (piece.dataset["parts"] ?? "").split(" ").includes(ref);
      piece.classList.toggle("chosen", on);
      piece.classList.toggle("chosen-part", on && part);
    }
  }

  private showWords(ref: string, link: HTMLAnchorElement): void {
    this.choose(ref);
    const first = this.words.get(ref)?.[0];
    first?.scrollIntoView({ block: "center", behavior: this.manner() });
    window.history.replaceState(null, "", link.href);
    this.say(ref);
  }

  private showCard(ref: string, focus: boolean): void {
    const card = this.cards.get(ref);
    if (!card) return;
    this.choose(ref);
    this.bring(card);
    if (focus) card.querySelector<HTMLElement>("[data-shows]")?.focus({ preventScroll: true });
    this.say(ref);
  }

  // Moves the column of facts by itself where it scrolls by itself, else the page.
  private bring(card: HTMLElement): void {
    const column = card.closest<HTMLElement>(".facts-beside");
    const box = card.getBoundingClientRect();
    if (column && this.wide.matches) {
      const frame = column.getBoundingClientRect();
      if (box.top < frame.top || box.bottom > frame.bottom) {
        column.scrollBy({ top: box.top - frame.top - 24, behavior: this.manner() });
      }
    } else if (box.top < 0 || box.bottom > window.innerHeight) {
      card.scrollIntoView({ block: "center", behavior: this.manner() });
    }
  }

  private manner(): ScrollBehavior {
    return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  }

  private say(ref: string): void {
    const count = this.words.get(ref)?.length ?? 0;
    const place = document.querySelector("#said");
    if (place) place.textContent = `${ref}: ${count} ${count === 1 ? "run" : "runs"} of words marked`;
  }
}
