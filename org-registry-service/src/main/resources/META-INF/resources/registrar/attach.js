// Closes a gap in place: puts a unit under an organisation nearby, or under one that is picked.
import { get, post, Refused } from '/page/api.js';
import { confirm, onDay } from '/page/confirm.js';
import { button, h } from '/page/dom.js';
import { trouble, row } from '/page/lists.js';
import { say } from '/page/words.js';
import { areaNameOf, codeName } from './names.js';
import { organizationPicker } from './organization-picker.js';
import { mayChange } from './rights.js';
import { organizationLink } from './rows.js';

const SUGGESTED = 5;
const ANOTHER = 'another';

export async function gapRow(unit, session, again) {
  const note = `${codeName('unit-kind', unit.kind)} · ${say('staff', unit.staffCount)} · ${await areaNameOf(unit.areaCode)}`;
  const outcome = h('span', { role: 'status' });
  const attach = button(say('attach'), () => ask(attach, outcome, unit, again),
    { 'data-action': 'attach', 'aria-label': say('attachUnit', unit.name) });
  const made = row(unit.name, note, outcome, mayChange(session) && h('span', { class: 'actions' }, attach));
  made.dataset.unit = unit.id;
  return made;
}

/** Asks who shall cover it; a second press while the suggestions come asks nothing. */
async function ask(pressed, outcome, unit, again) {
  if (pressed.getAttribute('aria-busy')) return;
  pressed.setAttribute('aria-busy', 'true');
  try {
    choose(pressed, outcome, unit, (await get(`coverage-gaps/${unit.id}/suggestions`, { limit: SUGGESTED })).items, again);
  } catch (error) {
    outcome.replaceChildren(error instanceof Refused && error.status === 404
      ? h('span', { class: 'trouble-line' }, `${say('noGapAnyMore')} `, button(say('reload'), again))
      : trouble(error, () => ask(pressed, outcome, unit, again)));
  } finally {
    pressed.removeAttribute('aria-busy');
  }
}

function choose(pressed, outcome, unit, suggestions, again) {
  const other = organizationPicker({ name: 'another', label: suggestions.length ? say('another') : say('coveringOrganization') });
  const choices = [
    ...suggestions.map((one) => [one.organizationId, one.name,
      [...one.reasons.map((why) => say(why)), say('coversUnits', one.coveredUnits)].join(' · ')]),
    [ANOTHER, say('another')],
  ];
  const suggested = suggestions.length
    ? { name: 'organizationId', label: say('suggested'), choices }
    : { made: h('p', { class: 'small' }, say('noSuggestion')) };
  confirm({
    title: say('attachUnit', unit.name),
    fields: [suggested, { made: other.place }, onDay()],
    verb: say('attach'),
    // the picker is there for who wants none of the suggested
    opened: (form) => {
      if (!suggestions.length) return;
      const follow = () => { other.place.hidden = form.elements.organizationId.value !== ANOTHER; };
      form.addEventListener('change', follow);
      follow();
    },
    values: ({ organizationId, effectiveOn }) => {
      const free = !organizationId || organizationId === ANOTHER;
      const id = free ? other.ids()[0] : organizationId;
      if (!id) throw new Refused(422, { detail: say('pickOne'), violations: [{ field: 'another', message: say('pickOne') }] });
      return { organizationId: id, effectiveOn };
    },
    send: (values, key) => post(`units/${unit.id}/coverage`, values, unit.version, key),
    done: (covered) => {
      const by = suggestions.find((one) => one.organizationId === covered.coveredBy) ?? other.all()[0];
      pressed.remove();
      outcome.tabIndex = -1;
      outcome.className = 'outcome';
      outcome.replaceChildren('✓ ', say('coveredBy'), ' ', organizationLink({ id: covered.coveredBy, name: by?.name ?? covered.coveredBy }),
        ` · ${say('since', covered.coveredOn)}`);
      outcome.focus();
    },
    reload: again,
  });
}
