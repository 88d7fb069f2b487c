// A menu that was opened closes when one goes elsewhere or presses Escape.
export function disclosures(root: Document): void {
  const open = (): HTMLDetailsElement[] => [
    ...root.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]"),
  ];
  root.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
}
