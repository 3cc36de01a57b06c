// Where a mouse or a finger is in a grid, and what it takes there.

/** The row and the column of what is pointed at; null outside the cells. */
export function whereIs(cells, target) {
  const found = target.closest?.('td');
  const r = found ? cells.findIndex((row) => row.includes(found)) : -1;
  return r < 0 ? null : [r, cells[r].indexOf(found)];
}

/** A mouse draws over a day; a finger, or who presses by other means, takes one slot. */
export function byPointer(table, cells, chosen, go, enter) {
  let drawing;
  let done = false;
  table.addEventListener('pointerdown', (event) => {
    const at = event.pointerType !== 'touch' && event.button === 0 && whereIs(cells, event.target);
    if (!at) return;
    event.preventDefault();
    chosen.clear();
    go(...at);
    drawing = at;
    addEventListener('pointerup', () => {
      drawing = undefined;
      done = true;
      enter();
      setTimeout(() => { done = false; });
    }, { once: true });
  });
  table.addEventListener('pointerover', (event) => {
    const at = drawing && whereIs(cells, event.target);
    if (at && at[1] === drawing[1]) chosen.between(drawing, at);
  });
  table.addEventListener('click', (event) => {
    const at = !done && whereIs(cells, event.target);
    if (!at) return;
    chosen.clear();
    go(...at);
    enter();
  });
}
