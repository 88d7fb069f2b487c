// The buttons above the chart.
export interface Deeds {
  scale: (by: number) => void;
  move: (by: number) => void;
  all: () => void;
  days: (days: number) => void;
}

export interface Tools {
  element: HTMLElement;
  narrow: (address: string, since: string, until: string) => void;
}

const PRESETS: [string, number][] = [
  ["Years", 3 * 365],
  ["Months", 120],
  ["Weeks", 28],
  ["Days", 6],
  ["Hours", 1],
];

export const STEP = 1.6;

export function tools(deeds: Deeds): Tools {
  const bar = document.createElement("div");
  bar.className = "timeline-tools";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "What the chart shows");
  for (const [name, days] of PRESETS) button(bar, name, name, () => deeds.days(days));
  button(bar, "All", "All days", deeds.all);
  button(bar, "−", "Zoom out", () => deeds.scale(1 / STEP));
  button(bar, "+", "Zoom in", () => deeds.scale(STEP));
  button(bar, "‹", "Earlier", () => deeds.move(-0.5));
  button(bar, "›", "Later", () => deeds.move(0.5));
  const link = bar.appendChild(document.createElement("a"));
  link.textContent = "Only these days";
  return {
    element: bar,
    narrow: (address, since, until) => {
      const url = new URL(address, window.location.href);
      url.searchParams.set("since", since);
      url.searchParams.set("until", until);
      link.href = url.pathname + url.search;
      link.title = `${since} to ${until}`;
    },
  };
}

function button(bar: HTMLElement, text: string, label: string, deed: () => void): void {
  const made = bar.appendChild(document.createElement("button"));
  made.type = "button";
  made.textContent = text;
  if (label !== text) made.setAttribute("aria-label", label);
  made.addEventListener("click", deed);
}
