// Keys: `?` opens the list of keys, `g` and a letter goes to a page, `/` to the search field.
// A page names its own keys in the list by `data-key` on the element that the key presses.
const PAUSE = 1200;

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function press(root: Document, key: string): boolean {
  const found = root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (!found) return false;
  if (found.matches("input, select, textarea")) found.focus();
  else found.click();
  return true;
}

function toggleHelp(root: Document): boolean {
  const help = root.querySelector<HTMLDialogElement>("dialog[data-keys]");
  if (!help) return false;
  if (help.open) help.close();
  else help.showModal();
  return true;
}

export function keyboard(root: Document): void {
  let begun = 0; // when `g` was pressed
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const after = performance.now() - begun < PAUSE;
    begun = 0;
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
