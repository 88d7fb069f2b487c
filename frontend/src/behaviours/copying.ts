// `<button data-copy="#id">` copies the text of another element and says so: in words for whoever
// hears the page, and on the button for a while.
const SHOWN = 2000;

export function copying(root: Document): void {
  root.addEventListener("click", (event) => {
    const button = (event.target as Element | null)?.closest<HTMLElement>("[data-copy]");
    if (button) void copy(root, button);
  });
}

async function copy(root: Document, button: HTMLElement): Promise<void> {
  const what = root.querySelector(button.dataset["copy"] ?? "");
  if (!what?.textContent) return;
  await navigator.clipboard.writeText(what.textContent.replace(/\s+/g, " ").trim());
  say(root, button.dataset["copied"] ?? "Copied.");
  show(button);
}

function show(button: HTMLElement): void {
  if (button.dataset["named"] !== undefined) return; // it says so still
  const name = button.textContent ?? "";
  button.dataset["named"] = name;
  button.textContent = "Copied";
  setTimeout(() => {
    button.textContent = name;
    delete button.dataset["named"];
  }, SHOWN);
}

export function say(root: Document, words: string): void {
  const place = root.querySelector("#said");
  if (place) place.textContent = words;
}
