// A button that prints the page; without scripts the browser's own menu does.
export function printing(root: Document): void {
  root.addEventListener("click", (event) => {
    const target = event.target;
    if (target instanceof Element && target.closest("[data-prints]")) window.print();
  });
}
