// Review without reloading: what a form sends comes back as the next fact, which gets the focus
// and is said aloud. Without it every form and link loads a page.
import "./review.css";

interface Swapping {
  xhr: XMLHttpRequest;
  shouldSwap: boolean;
  isError: boolean;
}

const PLACE = "reviewing";
const SHOWN = new Set([409, 422]); // a conflict, and what could not be taken, are pages to be shown

const place = (): HTMLElement | null => document.getElementById(PLACE);

function say(words: string): void {
  const said = document.querySelector("#said");
  if (said) said.textContent = words;
}

// Another page than one of review, such as that of signing in, is loaded as a whole.
function swapping(event: Event): void {
  const detail = (event as CustomEvent<Swapping>).detail;
  if (SHOWN.has(detail.xhr.status)) {
    detail.shouldSwap = true;
    detail.isError = false;
  }
  if (detail.shouldSwap && !detail.xhr.responseText.includes(`id="${PLACE}"`)) {
    detail.shouldSwap = false;
    window.location.assign(detail.xhr.responseURL || window.location.href);
  }
}

function arrived(): void {
  const root = place();
  if (!root) return;
  const faulty = root.querySelector<HTMLElement>("[aria-invalid=true]");
  const field = faulty?.matches("fieldset") ? faulty.querySelector<HTMLElement>("input, select") : faulty;
  (field ?? root.querySelector<HTMLElement>("[data-focus]"))?.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
  say(root.dataset["said"] ?? "");
}

function failed(): void {
  const words = "The desk did not take this. Nothing is lost: try again, or load the page anew.";
  say(words);
  const root = place();
  if (!root || root.querySelector("[data-failed]")) return;
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.dataset["failed"] = "";
  notice.textContent = words;
  root.prepend(notice);
}

// An editor that opens has its first field under one's fingers; Escape closes it again.
function toggled(event: Event): void {
  const editor = event.target as HTMLElement;
  if (!(editor instanceof HTMLDetailsElement) || !editor.matches("#reviewing .editing")) return;
  if (!editor.open || editor.querySelector("[aria-invalid]")) return;
  editor.querySelector<HTMLElement>(".controls input, .controls select")?.focus();
}

function pressed(event: KeyboardEvent): void {
  const editor = (event.target as HTMLElement).closest<HTMLDetailsElement>("#reviewing .editing");
  if (!editor) return;
  if (event.key === "Escape") {
    editor.open = false;
    editor.querySelector("summary")?.focus();
  } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    editor.querySelector<HTMLElement>("[data-submit]")?.click();
  }
}

document.addEventListener("htmx:beforeSwap", swapping);
document.addEventListener("htmx:afterSettle", arrived);
document.addEventListener("htmx:sendError", failed);
document.addEventListener("htmx:responseError", failed);
document.addEventListener("toggle", toggled, true);
document.addEventListener("keydown", pressed);
const words = place()?.dataset["said"];
if (words) say(words);
