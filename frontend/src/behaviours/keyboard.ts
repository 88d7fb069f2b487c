// Keys: `?` opens the list of keys, `g` and a letter goes to a page, `/` to the search field.
// A page names its own keys by `data-key` on the element that the key presses; they come before
// those of the menus around it.
const PAUSE = 1200;
const FIELDS = "input:not([type=hidden]), select, textarea";

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function press(root: Document, key: string): boolean {
  const named = `[data-key="${CSS.escape(key)}"]`;
  const found = ["main ", ""]
    .map((within) => root.querySelector<HTMLElement>(within + named))
    .find((each) => each !== null);
  if (!found) return false;
  if (found.matches("input, select, textarea")) found.focus();
  else unfold(found);
  return true;
}

// Press it; where that opens something with fields, the first of them is next.
function unfold(found: HTMLElement): void {
  found.click();
  const details = found.matches("summary") ? found.closest("details") : null;
  if (details) (details.open ? details.querySelector<HTMLElement>(FIELDS) : found)?.focus();
}

// A key that nothing on this page has is not listed.
function onlyHere(root: Document, help: HTMLElement): void {
  for (const row of help.querySelectorAll<HTMLElement>("[data-for]")) {
    row.hidden = !root.querySelector(`[data-key="${CSS.escape(row.dataset["for"] ?? "")}"]`);
  }
}

function toggleHelp(root: Document): boolean {
  const help = root.querySelector<HTMLDialogElement>("dialog[data-keys]");
  if (!help) return false;
  if (help.open) help.close();
  else {
    onlyHere(root, help);
    help.showModal();
  }
  return true;
}

export function keyboard(root: Document): void {
  let begun = -Infinity; // when `g` was pressed
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const after = performance.now() - begun < PAUSE;
    begun = -Infinity;
    if (event.key === "g" && !after) {
      begun = performance.now();
      return;
    }
    const key = after ? `g ${event.key}` : event.key;
    const done = key === "?" ? toggleHelp(root) : press(root, key);
    if (done) event.preventDefault();
  });
  root.querySelector("[data-opens-keys]")?.addEventListener("click", () => toggleHelp(root));
}
