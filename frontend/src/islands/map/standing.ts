// Who stands where on a day, out of what the page carries.
export interface Step {
  day: string | null;
  stances: string[];
  own: boolean;
  text: string;
  link: string;
}

export interface Holder {
  code: string;
  name: string;
  steps: Step[];
}

export interface Standings {
  on: string | null;
  days: string[];
  dayNames: string[];
  stances: { code: string; name: string }[];
  holders: Holder[];
}

// What a holder last said itself by the end of a day; else what others last said that it holds.
export function standing(holder: Holder, day: string | null): Step | undefined {
  const told = holder.steps.filter((each) => !day || !each.day || each.day <= day);
  return told.filter((each) => each.own).at(-1) ?? told.at(-1);
}

export function words(holder: Holder, step: Step): string {
  return `${holder.name}: ${step.text}`;
}
