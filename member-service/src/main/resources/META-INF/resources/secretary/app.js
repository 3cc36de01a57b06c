// The secretary's page: what is shown follows the address.
import { read } from '/page/address.js';
import { element } from '/page/dom.js';
import { loadCodes, organizationsOf } from '/page/names.js';
import { shell } from '/page/shell.js';
import { member } from './member.js';
import { mobile } from './mobile.js';
import { probation } from './probation.js';
import { roster } from './roster.js';
import { today } from './today.js';
import { transfers } from './transfers.js';
import './words.js';

const READERS = new Set(['district-admin', 'registrar', 'secretary', 'auditor']);
const CODES = ['organization-type', 'membership-status', 'membership-end', 'sex', 'ethnicity', 'education'];
const VIEWS = { today, roster, transfers, mobile, probation };

/** One view at a time; its heading takes the focus, so that who does not see the page hears which it is. */
function follow(session) {
  const { view, id, asked } = read(location.hash);
  const name = view in VIEWS ? view : 'today';
  page.show(name);
  const again = (next) => {
    if (next === undefined || next === location.hash) follow(session);
    else location.hash = next;
  };
  const made = name === 'roster' && id ? member(id, session, again) : VIEWS[name](asked, session, again);
  Object.keys(VIEWS).forEach((one) => element(one).replaceChildren(...(one === name ? [made] : [])));
  if (document.body.dataset.ready) made.querySelector('h1')?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

async function load(session) {
  const [own] = await Promise.all([organizationsOf([session.organizationId]), loadCodes(CODES)]);
  element('office').textContent = own.get(session.organizationId)?.name ?? '';
}

const page = shell({ name: 'secretary', views: Object.keys(VIEWS), readers: READERS, load, follow });
page.start();
