// The page of sites: what is shown follows the address.
import { read } from '/page/address.js';
import { element } from '/page/dom.js';
import { loadCodes, organizationsOf } from '/page/names.js';
import { shell } from '/page/shell.js';
import { activities } from './activities.js';
import { activity } from './activity.js';
import { calendar } from './calendar.js';
import { findSite } from './find-site.js';
import { requests } from './requests.js';
import { mayReadActivities } from './rights.js';
import { usage } from './usage.js';
import './words.js';

const READERS = new Set(['district-admin', 'registrar', 'secretary', 'site-manager', 'auditor']);
const CODES = ['organization-type', 'activity-kind', 'site-kind'];
const VIEWS = {
  calendar: (id, asked, session, again) => (id ? calendar(id, asked, session, again) : findSite(asked, session, again)),
  requests: (id, asked, session, again) => requests(asked, session, again),
  usage: (id, asked, session, again) => usage(asked, session, again),
  activities: (id, asked, session, again) => (id ? activity(id, session) : activities(asked, session, again)),
};

/** One view at a time; its heading takes the focus, so that who does not see the page hears which it is. */
function follow(session) {
  const { view, id, asked } = read(location.hash);
  const allowed = view !== 'activities' || mayReadActivities(session);
  const name = view in VIEWS && allowed ? view : 'calendar';
  page.show(name);
  element('to-activities').hidden = !mayReadActivities(session);
  const again = (next) => {
    if (next === undefined || next === location.hash) follow(session);
    else location.hash = next;
  };
  const made = VIEWS[name](id, asked, session, again);
  Object.keys(VIEWS).forEach((one) => element(one).replaceChildren(...(one === name ? [made] : [])));
  if (document.body.dataset.ready) made.querySelector('h1')?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

async function load(session) {
  const [own] = await Promise.all([organizationsOf([session.organizationId]), loadCodes(CODES)]);
  element('office').textContent = own.get(session.organizationId)?.name ?? '';
}

const page = shell({ name: 'sites', views: Object.keys(VIEWS), readers: READERS, load, follow });
page.start();
