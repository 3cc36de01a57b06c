// Keeps a board as fresh as the figures are, calmly, and lets people pause that.
import { button, h } from '/page/dom.js';
import { currentLanguage, say } from '/page/words.js';
import { live } from './live.js';

/** Not more often than this, however fast figures come. */
const CALM = 2_000;
/** What comes within so long is one piece of news. */
const GATHERING = 400;
/** Who listens to the page is not told more often. */
const SAID_EVERY = 30_000;

/** @param make makes the board, given whom it tells when all of it is there, and what says that it is fresh */
export function freshened(make) {
  const light = h('span', { class: 'light', 'data-is': 'waiting' });
  const toggle = button('', press, { id: 'live', class: 'plain' });
  const said = h('p', { class: 'hidden-label', role: 'status' });
  let state = 'past';
  let drawing = 0;
  let well = true;
  let drawnOn;
  let due = false;
  let byItself = false;
  let saidAt = 0;
  let timer;

  const board = make(drawn, h('div', { class: 'live' }, light, toggle, said));
  const stream = live({ news, beat, state: (now) => { state = now; inWords(); } });

  function inWords() {
    light.dataset.is = state;
    light.textContent = say(`live-${state}`);
    toggle.textContent = say(stream?.isPaused() ? 'resume' : 'pause');
    toggle.hidden = state === 'past';
  }

  function press() {
    stream.pause(!stream.isPaused());
    inWords();
    if (!stream.isPaused()) news();
  }

  /** Draws once, and once more if there was news meanwhile. */
  async function draw(work) {
    drawing += 1;
    well = await work();
    drawing -= 1;
    if (due) setTimeout(news, CALM);
  }

  function news() {
    due = true;
    if (drawing || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      due = false;
      byItself = true;
      draw(board.again);
    }, GATHERING);
  }

  /** The service is there: what went wrong before, and what was of yesterday, is asked for again. */
  function beat() {
    if (!well || (drawnOn && drawnOn !== new Date().toDateString())) news();
  }

  function drawn({ question, readAt }) {
    drawnOn = new Date().toDateString();
    stream.want(!question.given.asOf || question.given.asOf === question.today);
    inWords();
    if (byItself && Date.now() - saidAt > SAID_EVERY) {
      saidAt = Date.now();
      said.textContent = say('updated', new Intl.DateTimeFormat(currentLanguage(), { timeStyle: 'short' }).format(readAt));
    }
    byItself = false;
  }

  return {
    parts: board.parts,
    show(question) {
      byItself = false;
      due = false;
      draw(() => board.show(question));
    },
  };
}
