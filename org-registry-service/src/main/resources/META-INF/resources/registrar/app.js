// The registrar's page: what is shown follows the address, #/, #/organization/ID or #/gaps.
import { get, NotSignedIn } from './api.js';
import { byLine, byTerritory } from './branches.js';
import { card } from './card.js';
import { hideNotice } from './confirm.js';
import { element, h } from './dom.js';
import { showGaps } from './gaps.js';
import { onNotSignedIn } from './lists.js';
import { forget, loadCodes } from './names.js';
import { search, searchAgain } from './search.js';
import { tree } from './tree.js';
import { currentLanguage, putIntoWords, say, switchLanguage } from './words.js';

const READERS = new Set(['district-admin', 'registrar', 'secretary', 'auditor']);
const ORGANIZATION = /^#\/organization\/([0-9a-f-]{36})$/;
const BACK_TO = 'registrar-back-to';
const NARROW = matchMedia('(max-width: 52rem)');
const TREES = { line: byLine, territory: byTerritory };
const drawn = new Map();
let session;
let shown = 'line';

function show(view) {
  for (const id of ['sign-in', 'trouble', 'organizations', 'gaps']) element(id).hidden = id !== view;
  for (const id of ['to-organizations', 'to-gaps', 'sign-out']) element(id).hidden = !session;
  element('to-organizations').setAttribute('aria-current', view === 'organizations' ? 'page' : 'false');
  element('to-gaps').setAttribute('aria-current', view === 'gaps' ? 'page' : 'false');
  document.body.dataset.view = view;
}

function askToSignIn() {
  session = undefined;
  show('sign-in');
}

function sayWhatIsWrong(text) {
  element('trouble').textContent = text;
  show('trouble');
}

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

function follow() {
  if (!session) return;
  hideNotice();
  if (location.hash === '#/gaps') {
    show('gaps');
    showGaps(element('gaps'), session);
  } else {
    show('organizations');
    document.body.dataset.view = chosen() ? 'card' : 'organizations';
    if (!drawn.has(shown)) showTree(shown);
    markChosen();
    // where the card takes the place of the tree, the focus goes with it
    showCard(chosen(), NARROW.matches);
  }
  scrollTo(0, 0);
}

function inWords() {
  putIntoWords(document);
  document.title = `${say('product')} · Jiceng`;
  element('language').textContent = say('other');
  element('language').lang = currentLanguage() === 'en' ? 'zh-CN' : 'en';
}

async function start() {
  inWords();
  try {
    [session] = await Promise.all([get('session'), loadCodes()]);
  } catch (error) {
    if (error instanceof NotSignedIn) return askToSignIn();
    return sayWhatIsWrong(error.message);
  }
  element('who').textContent = session.subject;
  element('to-dashboard').hidden = !session.pages.dashboard;
  if (session.pages.dashboard) element('to-dashboard').href = session.pages.dashboard;
  if (!session.roles.some((role) => READERS.has(role))) return sayWhatIsWrong(say('forbidden'));
  const back = sessionStorage.getItem(BACK_TO);
  sessionStorage.removeItem(BACK_TO);
  if (back && !location.hash) history.replaceState(null, '', back);
  follow();
  document.body.dataset.ready = 'true';
}

search();
onNotSignedIn(askToSignIn);
element('sign-in').addEventListener('click', () => sessionStorage.setItem(BACK_TO, location.hash));
element('by-line').addEventListener('click', () => showTree('line'));
element('by-territory').addEventListener('click', () => showTree('territory'));
element('language').addEventListener('click', () => {
  switchLanguage();
  inWords();
  drawn.forEach((one) => one.relabel());
  searchAgain();
  follow();
});
addEventListener('hashchange', follow);
start();
