"use strict";
// Joins words and facts: pointing at one lights the other, a click or Enter goes there, Esc lets go.
(() => {
  const root = document.documentElement;
  const wide = window.matchMedia("(min-width: 60rem)");
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const cards = new Map(all(".card").map((card) => [card.id, card]));
  const words = new Map(Array.from(cards.keys(), (key) => [key, []]));
  const keysOf = (piece) => piece.dataset.facts.split(" ");
  for (const piece of all("[data-facts]")) {
    for (const key of keysOf(piece)) words.get(key).push(piece);
  }

  let selected = null;
  let pointed = null;
  let shown = null;
  let waiting = 0;

  const hidden = (key) => root.classList.contains(`off-${cards.get(key).dataset.kind}`);
  const visible = (piece) => keysOf(piece).filter((key) => !hidden(key));

  function paint(key, on) {
    if (key === null) return;
    const card = cards.get(key);
    card.classList.toggle("on", on);
    for (const piece of words.get(key)) {
      const part = (piece.dataset.parts || "").split(" ").includes(key);
      piece.classList.toggle(part ? "lit-part" : "lit", on);
      if (on) piece.style.setProperty("--lit", `var(--${card.dataset.kind})`);
    }
  }

  function refresh() {
    const now = pointed ?? selected;
    if (now === shown) return;
    paint(shown, false);
    paint(now, true);
    shown = now;
  }

  function say(key) {
    const card = cards.get(key);
    const places = Number(card.dataset.places);
    const where = places === 1 ? "1 place" : `${places} places`;
    document.getElementById("said").textContent =
      `${card.querySelector(".code").textContent}: ${where} in the text`;
  }

  function select(key) {
    selected = key;
    pointed = null;
    refresh();
    if (key !== null) say(key);
  }

  // Scrolls the column of facts alone where it scrolls by itself, else the window.
  function reveal(element) {
    const column = element.closest(".facts");
    const box = element.getBoundingClientRect();
    if (column && wide.matches) {
      const frame = column.getBoundingClientRect();
      if (box.top < frame.top || box.bottom > frame.bottom) {
        column.scrollTop += box.top - frame.top - 16;
      }
      const top = document.querySelector(".bar").getBoundingClientRect().bottom;
      if (frame.bottom < top + 80 || frame.top > window.innerHeight - 80) {
        column.scrollIntoView({ block: "nearest" });
      }
    } else if (box.top < 80 || box.bottom > window.innerHeight) {
      element.scrollIntoView({ block: "center" });
    }
  }

  function revealWords(key) {
    const first = words.get(key)[0];
    if (first) reveal(first);
    return first;
  }

  function point(key, action) {
    pointed = key;
    refresh();
    window.clearTimeout(waiting);
    if (key !== null && wide.matches) waiting = window.setTimeout(action, 250);
  }

  function goToWords(key, focus) {
    select(key);
    const first = revealWords(key);
    if (first && focus) {
      first.tabIndex = -1;
      first.focus({ preventScroll: true });
    }
  }

  function goToCard(key, focus) {
    select(key);
    const card = cards.get(key);
    reveal(card);
    if (focus) card.querySelector(".jump").focus({ preventScroll: true });
  }

  for (const [key, card] of cards) {
    card.addEventListener("mouseenter", () => point(key, () => revealWords(key)));
    card.addEventListener("mouseleave", () => point(null));
    card.addEventListener("focusin", () => { pointed = key; refresh(); });
    card.addEventListener("focusout", () => { pointed = null; refresh(); });
  }

  function next(card, step) {
    const list = Array.from(cards.values()).filter((each) => each.offsetParent !== null);
    return list[list.indexOf(card) + step];
  }

  document.addEventListener("mouseover", (event) => {
    const piece = event.target.closest("[data-facts]");
    const key = piece ? visible(piece)[0] : undefined;
    if (key !== undefined) point(key, () => reveal(cards.get(key)));
    else if (!event.target.closest(".card")) point(null);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link ? decodeURIComponent(link.hash.slice(1)) : "";
    const piece = event.target.closest("[data-facts]");
    const card = event.target.closest(".card");
    const keyboard = event.detail === 0;
    if (link && link.classList.contains("jump")) {
      event.preventDefault();
      goToWords(card.id, keyboard);
    } else if (cards.has(target)) {
      event.preventDefault();
      goToCard(target, true);
    } else if (piece && !link) {
      const keys = visible(piece);
      if (keys.length) goToCard(keys[(keys.indexOf(selected) + 1) % keys.length], false);
    } else if (card && !link && window.getSelection().isCollapsed) {
      goToWords(card.id, false);
    } else if (!link && !event.target.closest("button, summary")) {
      select(null);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const key = selected;
      const inText = document.activeElement.closest(".text");
      select(null);
      if (key !== null && inText) cards.get(key).querySelector(".jump").focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const card = document.activeElement.closest(".card");
    const near = step && card ? next(card, step) : undefined;
    if (near) {
      event.preventDefault();
      near.querySelector(".jump").focus();
    }
  });

  for (const button of all(".filter")) {
    button.disabled = false;
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      root.classList.toggle(`off-${button.dataset.kind}`, !on);
      if (selected !== null && hidden(selected)) select(null);
    });
  }

  const theme = document.querySelector(".theme");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";
  const label = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  theme.hidden = false;
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    label();
  });
  dark.addEventListener("change", label);
  label();

  root.classList.add("js");
  const wanted = decodeURIComponent(window.location.hash.slice(1));
  if (cards.has(wanted)) goToCard(wanted, false);
})();
