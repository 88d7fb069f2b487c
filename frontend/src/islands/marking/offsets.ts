// Where a selection lies in an article's text, counted in code points as the ledger counts.

export interface Marked {
  start: number;
  end: number;
  text: string;
}

const length = (text: string): number => Array.from(text).length;

/** The place in the text of a point of the page, or null where it is in no block of the text. */
function placeOf(root: HTMLElement, node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>("[data-start]");
  if (!block || !root.contains(block)) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  const pieces = before.cloneContents();
  for (const each of pieces.querySelectorAll(".refs")) each.remove();
  return Number(block.dataset["start"]) + length(pieces.textContent ?? "");
}

// A selection may begin or end outside of the text: then at the block next to it.
function inside(root: HTMLElement, range: Range): Range | null {
  const blocks = [...root.querySelectorAll<HTMLElement>("[data-start]")].filter((each) =>
    range.intersectsNode(each),
  );
  const [first, last] = [blocks[0], blocks[blocks.length - 1]];
  if (!first || !last) return null;
  const found = range.cloneRange();
  if (!first.contains(range.startContainer)) found.setStart(first, 0);
  if (!last.contains(range.endContainer)) found.setEnd(last, last.childNodes.length);
  return found;
}

/** What a selection marks, without blanks at its ends; null where it marks no words. */
export function markedIn(root: HTMLElement, selection: Selection): Marked | null {
  const range = inside(root, selection.getRangeAt(0));
  if (!range) return null;
  const start = placeOf(root, range.startContainer, range.startOffset);
  const end = placeOf(root, range.endContainer, range.endOffset);
  const pieces = range.cloneContents();
  for (const each of pieces.querySelectorAll(".refs")) each.remove();
  const text = pieces.textContent ?? "";
  if (start === null || end === null || start >= end || !text.trim()) return null;
  return { start, end, text };
}

/** Marks in order, those that overlap made one. */
export function merged(some: Marked[]): Marked[] {
  const found: Marked[] = [];
  for (const each of [...some].sort((one, other) => one.start - other.start)) {
    const before = found[found.length - 1];
    if (!before || each.start > before.end) found.push({ ...each });
    else if (each.end > before.end) {
      before.text += Array.from(each.text).slice(before.end - each.start).join("");
      before.end = each.end;
    }
  }
  return found;
}
