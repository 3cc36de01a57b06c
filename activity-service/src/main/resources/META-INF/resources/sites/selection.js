// Which free slots of one day are taken together: they are next to each other, or not chosen.
import { STEP } from './week.js';

export function selection(slots, cells) {
  let anchor;
  let rows = [];
  let column;

  const isFree = (r, c) => slots[r]?.[c]?.is === 'free';

  function draw() {
    cells.forEach((row) => row.forEach((cell) => { if (cell.ariaSelected === 'true') cell.ariaSelected = 'false'; }));
    rows.forEach((r) => { cells[r][column].ariaSelected = 'true'; });
  }

  /** From a slot toward another, as far as it is free. */
  function between([from, c], [to]) {
    anchor = [from, c];
    column = c;
    rows = [];
    const step = to < from ? -1 : 1;
    for (let r = from; isFree(r, c) && r !== to + step; r += step) rows.push(r);
    draw();
  }

  function clear() {
    anchor = undefined;
    rows = [];
    draw();
  }

  return {
    between,
    clear,
    /** One slot more, or one less, from where one is; answers where one is then. */
    extend([r, c], step) {
      if (!isFree(r + step, c) || !isFree(r, c)) return null;
      between(anchor ?? [r, c], [r + step, c]);
      return [r + step, c];
    },
    /** The minutes of what is chosen; an hour from a single slot on, where that is free. */
    stretch([r, c]) {
      if (rows.length > 1) return { from: slots[Math.min(...rows)][column].minute, until: slots[Math.max(...rows)][column].minute + STEP };
      const { minute } = slots[r][c];
      return { from: minute, until: minute + (isFree(r + 1, c) ? 2 : 1) * STEP };
    },
  };
}
