// The frame of a page: who is signed in, which view the address asks for, and in which language.
import { get, NotSignedIn } from './api.js';
import { hideNotice } from './confirm.js';
import { element } from './dom.js';
import { onNotSignedIn } from './lists.js';
import { currentLanguage, putIntoWords, say, switchLanguage } from './words.js';

/**
 * @param wanted.name of the page, by which it remembers where one was before signing in
 * @param wanted.views the ids of its views, each with a link "to-…" in the head
 * @param wanted.readers the roles that may see it
 * @param wanted.load what is read before anything is shown, given the session
 * @param wanted.follow shows what the address asks for
 * @param wanted.relabel says again what stays on the page when the language has changed
 */
export function shell({ name, views, readers, load, follow, relabel = () => {} }) {
  const backTo = `${name}-back-to`;
  let session;

  function show(view) {
    for (const id of ['sign-in', 'trouble', ...views]) element(id).hidden = id !== view;
    for (const id of [...views.map((one) => `to-${one}`), 'sign-out']) element(id).hidden = !session;
    for (const one of views) element(`to-${one}`).setAttribute('aria-current', one === view ? 'page' : 'false');
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

  function inWords() {
    putIntoWords(document);
    document.title = `${say('product')} · Jiceng`;
    element('language').textContent = say('other');
    element('language').lang = currentLanguage() === 'en' ? 'zh-CN' : 'en';
  }

  /** The ways to the other pages, where this deployment has them. */
  function linkPages() {
    for (const [page, address] of Object.entries(session.pages)) {
      const link = element(`to-${page}`);
      if (!link) continue;
      link.hidden = !address;
      if (address) link.href = address;
    }
  }

  function followAddress() {
    if (!session) return;
    hideNotice();
    follow(session);
  }

  async function start() {
    inWords();
    try {
      session = await get('session');
      await load(session);
    } catch (error) {
      if (error instanceof NotSignedIn) return askToSignIn();
      return sayWhatIsWrong(error.message);
    }
    element('who').textContent = session.subject;
    linkPages();
    if (!session.roles.some((role) => readers.has(role))) return sayWhatIsWrong(say('forbidden'));
    const back = sessionStorage.getItem(backTo);
    sessionStorage.removeItem(backTo);
    if (back && !location.hash) history.replaceState(null, '', back);
    followAddress();
    document.body.dataset.ready = 'true';
  }

  onNotSignedIn(askToSignIn);
  element('sign-in').addEventListener('click', () => sessionStorage.setItem(backTo, location.hash));
  element('language').addEventListener('click', () => {
    switchLanguage();
    inWords();
    relabel();
    followAddress();
  });
  addEventListener('hashchange', followAddress);
  // whoever asks for what is shown already wants to see it as it is now
  for (const view of views) {
    element(`to-${view}`).addEventListener('click', (event) => { if (event.currentTarget.hash === location.hash) followAddress(); });
  }
  return { show, start };
}
