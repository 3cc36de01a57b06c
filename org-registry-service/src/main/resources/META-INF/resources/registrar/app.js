// The registrar's page: what is shown follows the address, #/, #/organization/ID or #/gaps.
import { element, h } from '/page/dom.js';
import { shell } from '/page/shell.js';
import { say } from '/page/words.js';
import { byLine, byTerritory } from './branches.js';
import { card } from './card.js';
import { showGaps } from './gaps.js';
import { forget, loadOwnCodes } from './names.js';
import { search, searchAgain } from './search.js';
import { tree } from './tree.js';
import './words.js';

const READERS = new Set(['district-admin', 'registrar', 'secretary', 'auditor']);
const ORGANIZATION = /^#\/organization\/([0-9a-f-]{36})$/;
const NARROW = matchMedia('(max-width: 52rem)');
const TREES = { line: byLine, territory: byTerritory };
const drawn = new Map();
let session;
let shown = 'line';

function showTree(by) {
  shown = by;
  for (const one of Object.keys(TREES)) element(`by-${one}`).setAttribute('aria-pressed', String(one === by));
  if (!drawn.has(by)) {
    drawn.set(by, tree(() => say(by === 'line' ? 'byLine' : 'byTerritory'), TREES[by](session), (id) => { location.hash = `#/organization/${id}`; }));
  }
  element('tree').replaceChildren(drawn.get(by).root);
  markChosen();
}

const chosen = () => ORGANIZATION.exec(location.hash)?.[1];
const markChosen = () => drawn.forEach((one) => one.mark(chosen() ?? null));

function showCard(id, focused) {
  if (!id) {
    element('card').replaceChildren(h('p', { class: 'panel quiet' }, say('chooseOne')));
    return;
  }
  const changed = (organization, reorganized) => {
    forget();
    if (reorganized) {
      drawn.clear();
      showTree(shown);
    }
    if (organization) {
      drawn.forEach((one) => one.relabel((node) => { if (node.key === organization.id) node.organization = organization; }));
    }
    showCard(id, true);
  };
  const made = card(id, session, changed);
  element('card').replaceChildren(made);
  if (focused) {
    new MutationObserver((_, observer) => {
      const heading = made.querySelector('h1');
      if (heading) { observer.disconnect(); heading.focus({ preventScroll: true }); }
    }).observe(made, { childList: true });
  }
}

function follow(signedIn) {
  session = signedIn;
  if (location.hash === '#/gaps') {
    page.show('gaps');
    showGaps(element('gaps'), session);
  } else {
    page.show('organizations');
    document.body.dataset.view = chosen() ? 'card' : 'organizations';
    if (!drawn.has(shown)) showTree(shown);
    markChosen();
    // where the card takes the place of the tree, the focus goes with it
    showCard(chosen(), NARROW.matches);
  }
  scrollTo(0, 0);
}

const page = shell({
  name: 'registrar', views: ['organizations', 'gaps'], readers: READERS, load: loadOwnCodes, follow,
  relabel: () => {
    drawn.forEach((one) => one.relabel());
    searchAgain();
  },
});

search();
element('by-line').addEventListener('click', () => showTree('line'));
element('by-territory').addEventListener('click', () => showTree('territory'));
page.start();
