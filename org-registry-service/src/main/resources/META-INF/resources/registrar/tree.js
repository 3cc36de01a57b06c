// A tree that is read level by level; by mouse, finger, keyboard and screen reader (ARIA's tree pattern).
import { h } from '/page/dom.js';
import { trouble } from '/page/lists.js';
import { say } from '/page/words.js';

/**
 * @param children from a node (null: the root) and a cursor to a page of nodes; a node has a key, words() that
 *     answer with its name and a note, whether it is a leaf, and what is chosen when it is pressed
 */
export function tree(label, children, choose) {
  const root = h('ul', { role: 'tree', 'aria-label': label() });
  const nodes = new WeakMap();
  let chosen = null;

  const items = () => [...root.querySelectorAll('[role=treeitem]')].filter((item) => !item.parentElement.closest('[hidden]'));
  const above = (item) => item.parentElement.closest('[role=treeitem]');
  const focus = (item) => {
    if (!item) return;
    root.querySelectorAll('[tabindex="0"]').forEach((other) => { other.tabIndex = -1; });
    item.tabIndex = 0;
    item.focus();
  };

  function describe(item, node) {
    const { name, note, state } = node.words();
    item.setAttribute('aria-label', [name, note, state].filter(Boolean).join(', '));
    item.querySelector(':scope > .row').replaceChildren(
      h('span', { class: 'twist', 'aria-hidden': 'true' }),
      h('span', { class: 'name' }, name),
      h('span', { class: 'note' }, note || ''),
      state ? h('span', { class: 'tag' }, state) : '',
    );
  }

  function item(node, level) {
    const made = h('li', {
      role: 'treeitem', tabindex: -1, 'aria-level': level, 'data-key': node.key,
      'aria-expanded': node.leaf ? null : 'false', 'aria-selected': node.key === chosen ? 'true' : 'false',
    }, h('div', { class: 'row' }));
    nodes.set(made, { node, level });
    describe(made, node);
    return made;
  }

  /** An item that does something instead of standing for a node: more, or try again. */
  function doing(words, level, act) {
    const made = h('li', { role: 'treeitem', tabindex: -1, 'aria-level': level, class: 'doing' }, h('div', { class: 'row' }, words));
    nodes.set(made, { act, level });
    return made;
  }

  async function load(list, node, level, cursor) {
    const waiting = h('li', { role: 'none', class: 'small waiting' }, say('waiting'));
    list.append(waiting);
    list.setAttribute('aria-busy', 'true');
    let page;
    try {
      page = await children(node, cursor);
    } catch (error) {
      const words = trouble(error).textContent.trim();
      list.append(doing(`${words} ${say('again')}`, level, (self) => { self.remove(); return load(list, node, level, cursor); }));
      return [];
    } finally {
      waiting.remove();
      list.removeAttribute('aria-busy');
    }
    const made = page.items.map((child) => item(child, level));
    list.append(...made);
    if (page.nextCursor) {
      list.append(doing(say('more'), level, async (self) => {
        self.remove();
        focus((await load(list, node, level, page.nextCursor))[0]);
      }));
    }
    if (!list.hasChildNodes()) list.append(h('li', { role: 'none', class: 'small' }, say('nothingBelow')));
    if (!root.querySelector('[tabindex="0"]')) {
      const first = root.querySelector('[role=treeitem]');
      if (first) first.tabIndex = 0;
    }
    return made;
  }

  async function open(it) {
    const { node, level } = nodes.get(it);
    if (!node || node.leaf) return;
    it.setAttribute('aria-expanded', 'true');
    const group = it.querySelector(':scope > ul');
    if (group) group.hidden = false;
    else {
      const list = h('ul', { role: 'group' });
      it.append(list);
      await load(list, node, level + 1);
    }
  }

  function close(it) {
    it.setAttribute('aria-expanded', 'false');
    const group = it.querySelector(':scope > ul');
    if (group) group.hidden = true;
  }

  const isOpen = (it) => it.getAttribute('aria-expanded') === 'true';
  const toggle = (it) => (isOpen(it) ? close(it) : open(it));

  function press(it) {
    const { node, act } = nodes.get(it);
    focus(it);
    if (act) act(it);
    else if (node.chosen) choose(node.chosen);
    else toggle(it);
  }

  root.addEventListener('click', (event) => {
    const it = event.target.closest('[role=treeitem]');
    if (!it) return;
    if (event.target.closest('.twist') && !nodes.get(it).act) {
      focus(it);
      toggle(it);
    } else press(it);
  });

  const KEYS = {
    ArrowDown: (it, all) => focus(all[all.indexOf(it) + 1]),
    ArrowUp: (it, all) => focus(all[all.indexOf(it) - 1]),
    ArrowRight: (it, all) => (isOpen(it) ? above(all[all.indexOf(it) + 1] ?? it) === it && focus(all[all.indexOf(it) + 1]) : open(it)),
    ArrowLeft: (it) => (isOpen(it) ? close(it) : focus(above(it))),
    Home: (it, all) => focus(all[0]),
    End: (it, all) => focus(all.at(-1)),
    Enter: press,
    ' ': press,
  };
  root.addEventListener('keydown', (event) => {
    const it = event.target.closest('[role=treeitem]');
    if (!it || !KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    KEYS[event.key](it, items());
  });

  load(root, null, 1).then((made) => { if (made.length === 1) open(made[0]); });

  return {
    root,
    /** Marks what is shown beside the tree. */
    mark(key) {
      chosen = key;
      root.querySelectorAll('[role=treeitem][data-key]').forEach((it) =>
        it.setAttribute('aria-selected', it.dataset.key === key ? 'true' : 'false'));
    },
    /** Says every name again, after it or the language has changed. */
    relabel(change = () => {}) {
      root.setAttribute('aria-label', label());
      root.querySelectorAll('[role=treeitem][data-key]').forEach((it) => {
        const { node } = nodes.get(it);
        change(node);
        describe(it, node);
      });
    },
  };
}
