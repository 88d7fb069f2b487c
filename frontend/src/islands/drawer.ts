// A link `<a data-words href="…">` opens the facts it names beside the page, without leaving it.
// With a modifier key, or without scripts, it goes to their page.
let drawer: HTMLDialogElement | undefined;

export function drawers(root: Document): void {
  root.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    const link = (event.target as Element | null)?.closest("a[data-words]");
    const address = link?.getAttribute("href");
    if (!address) return;
    event.preventDefault();
    void openWords(root, address);
  });
}

// Open facts by the address of their page.
export async function openWords(root: Document, address: string): Promise<void> {
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok || answer.redirected) {
    location.assign(address);
    return;
  }
  drawer ??= make(root);
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const each of found.body.querySelectorAll("[id]")) each.removeAttribute("id"); // the page's own
  drawer.querySelector(".drawer-facts")?.replaceChildren(...found.body.childNodes);
  if (!drawer.open) drawer.showModal();
  drawer.scrollTop = 0;
}

function make(root: Document): HTMLDialogElement {
  const made = root.createElement("dialog");
  made.className = "drawer";
  made.setAttribute("aria-labelledby", "drawer-title");
  const title = root.createElement("h2");
  title.id = "drawer-title";
  title.textContent = "In these words";
  const close = root.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => made.close());
  const head = root.createElement("header");
  head.append(title, close);
  const facts = root.createElement("div");
  facts.className = "drawer-facts";
  made.append(head, facts);
  made.addEventListener("click", (event) => {
    if (event.target === made) made.close(); // beside it
  });
  root.body.append(made);
  return made;
}
