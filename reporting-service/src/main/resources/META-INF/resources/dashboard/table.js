// A table that one can sort by any column, with the keyboard too.
import { number } from './words.js';

export function sortable(table, columns, rows) {
  let by = 0;
  let ascending = true;

  function draw() {
    const sorted = [...rows].sort((a, b) => {
      const [x, y] = [columns[by].value(a), columns[by].value(b)];
      const order = typeof x === 'string' ? x.localeCompare(y) : (x ?? -Infinity) - (y ?? -Infinity);
      return ascending ? order : -order;
    });
    table.replaceChildren(head(), body(sorted));
  }

  function head() {
    const row = document.createElement('tr');
    columns.forEach((column, i) => {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.setAttribute('aria-sort', i !== by ? 'none' : ascending ? 'ascending' : 'descending');
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = column.name;
      button.addEventListener('click', () => {
        ascending = i === by ? !ascending : i === 0;
        by = i;
        draw();
        table.querySelectorAll('th button')[i].focus();
      });
      cell.append(button);
      row.append(cell);
    });
    const head = document.createElement('thead');
    head.append(row);
    return head;
  }

  function body(sorted) {
    const body = document.createElement('tbody');
    for (const item of sorted) {
      const row = document.createElement('tr');
      columns.forEach((column, i) => {
        const cell = document.createElement(i === 0 ? 'th' : 'td');
        if (i === 0) cell.scope = 'row';
        const value = column.value(item);
        cell.textContent = typeof value === 'string' ? value : number(value, column.unit);
        row.append(cell);
      });
      body.append(row);
    }
    return body;
  }

  draw();
}
