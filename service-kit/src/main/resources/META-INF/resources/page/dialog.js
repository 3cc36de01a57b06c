// A dialog that is not closed while something is on its way, and gives the focus back.
import { h } from './dom.js';

let opened = 0;

/** The focus goes back to what was pressed, or to the page where that is gone and nothing else has it. */
function giveBack(pressed) {
  if (pressed?.isConnected) pressed.focus();
  else if (document.activeElement === document.body) document.querySelector('main')?.focus();
}

/** @returns the dialog, its heading, where its content goes, and how it is left and made to wait */
export function openDialog(title, attributes = {}) {
  const id = `dialog-title-${++opened}`;
  const heading = h('h2', { id, tabindex: -1 }, title);
  const body = h('div');
  const dialog = h('dialog', { 'aria-labelledby': id, ...attributes }, heading, body);
  const back = document.activeElement;
  let busy = false;
  dialog.addEventListener('cancel', (event) => { if (busy) event.preventDefault(); });
  dialog.addEventListener('close', () => { dialog.remove(); giveBack(back); });
  document.body.append(dialog);
  dialog.showModal();
  return {
    dialog,
    body,
    heading,
    close: () => dialog.close(),
    /** As a person closes it: not while something is on its way. */
    leave: () => { if (!busy) dialog.close(); },
    /** Runs one thing at a time: what is pressed meanwhile does nothing, and keeps its focus. */
    async once(work) {
      if (busy) return;
      busy = true;
      dialog.setAttribute('aria-busy', 'true');
      try {
        await work();
      } finally {
        busy = false;
        dialog.removeAttribute('aria-busy');
      }
    },
  };
}
