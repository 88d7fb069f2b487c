// The form of the filters asks for what is filled in alone, so that the address stays short.
export function tidying(root: Document): void {
  root.addEventListener("formdata", (event) => {
    if ((event.target as Element | null)?.closest("[data-filters]")) tidy(event.formData);
  });
}

function tidy(asked: FormData): void {
  const filled = [...asked].filter(([, value]) => value !== "");
  for (const name of new Set([...asked.keys()])) asked.delete(name);
  for (const [name, value] of filled) asked.append(name, value);
}
