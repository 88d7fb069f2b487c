// `<button data-copy="#id">` copies the text of another element and says so.
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
}

export function say(root: Document, words: string): void {
  const place = root.querySelector("#said");
  if (place) place.textContent = words;
}
