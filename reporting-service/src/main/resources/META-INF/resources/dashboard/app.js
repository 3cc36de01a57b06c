// The dashboard: one place on one day, as the address says it, and kept as fresh as the figures are.
import { element } from '/page/dom.js';
import { shell } from '/page/shell.js';
import { board } from './board.js';
import { definitions } from './figures.js';
import { freshened } from './freshened.js';
import { placeName } from './names.js';
import { paper } from './paper.js';
import { asked } from './question.js';
import { pagesFor, READERS } from './rights.js';
import './words.js';

let session;
let known;
let shown;

async function load(signedIn) {
  session = signedIn;
  session.pages = pagesFor(session);
  known = await definitions();
}

function made() {
  const whole = freshened((told, aside) => board({
    session, definitions: known, told, aside, titled: (place) => { document.title = `${placeName(place)} · Jiceng`; } }));
  element('figures').append(...whole.parts);
  paper();
  return whole;
}

function follow() {
  // the address may change before what is needed has been read
  if (!known) return;
  const question = asked(location.hash, session);
  if (!known.has(question.figure)) question.figure = undefined;
  page.show('figures');
  shown ??= made();
  shown.show(question);
}

// an address of former days
const [, former] = /^\?asOf=([\d-]+)$/.exec(location.search) ?? [];
if (former && !location.hash) history.replaceState(null, '', `/#/?asOf=${former}`);

const page = shell({ name: 'dashboard', views: ['figures'], readers: READERS, load, follow });
page.start();
