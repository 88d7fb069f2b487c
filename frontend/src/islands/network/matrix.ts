// The column of the cell that is pointed at stands out, as its row does without scripts.
export function columns(table: HTMLTableElement): void {
  const rows = [...table.rows];
  let lit: number | null = null;
  const light = (event: Event): void => {
    const cell = (event.target as Element).closest<HTMLTableCellElement>("td, th");
    const at = cell && cell.cellIndex > 0 ? cell.cellIndex : null;
    if (at === lit) return;
    for (const row of rows) {
      if (lit !== null) row.cells[lit]?.classList.remove("in-column");
      if (at !== null) row.cells[at]?.classList.add("in-column");
    }
    lit = at;
  };
  table.addEventListener("pointerover", light);
  table.addEventListener("focusin", light);
  table.addEventListener("pointerleave", light);
}
