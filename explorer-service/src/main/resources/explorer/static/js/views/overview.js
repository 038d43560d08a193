// All publications: how much there is, and a card for each.

import { h, name, say } from '../dom.js';
import { get } from '../api.js';
import { go } from '../router.js';
import { here } from '../addresses.js';
import { counted, number } from '../format.js';
import { choice } from '../choice.js';
import { card } from '../card.js';
import { downloads } from '../download.js';
import { nothingFound, nothingYet } from '../states.js';

const PAGE = 24;
const PAUSE_MS = 200;

const SORTS = [
  { value: null, label: 'Most articles' },
  { value: 'name', label: 'Name' },
];

export async function overview(parameters, signal) {
  const sort = parameters.get('sort');
  const filter = parameters.get('filter') ?? '';
  const asked = { sort, filter, limit: PAGE };
  const [totals, page] = await Promise.all([get('totals', {}, signal), get('overview', asked, signal)]);
  if (totals.publications === 0) {
    return { title: 'No articles yet', content: nothingYet() };
  }
  const shown = [...page.items];
  const cards = h('div', { class: 'cards' }, page.items.map(card));
  return {
    title: 'Publications',
    content: [
      lede(totals),
      h('div', { class: 'toolbar' },
        filterField(filter),
        choice('Sort by', 'sort', SORTS, sort),
        downloads('Publications', { rows: () => rows(shown) })),
      page.items.length === 0
        ? nothingFound('No publication’s name holds “', name(filter), '”.')
        : [cards, more(cards, shown, page, asked)],
    ],
  };
}

function lede(totals) {
  return h('section', { class: 'lede' },
    h('h1', {}, 'Who writes about whom'),
    h('p', {},
      h('b', {}, number(totals.publications)), totals.publications === 1 ? ' publication, ' : ' publications, ',
      h('b', {}, number(totals.articles)), totals.articles === 1 ? ' article, ' : ' articles, ',
      h('b', {}, number(totals.mentions)), ' mentions of people, organisations and places.'));
}

function filterField(filter) {
  let timer = 0;
  const input = h('input', {
    id: 'filter', type: 'search', value: filter, placeholder: 'Filter publications', 'aria-label': 'Filter publications',
    maxlength: 200, autocomplete: 'off',
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(() => go(here({ filter: input.value.trim() }), { replace: true }), PAUSE_MS);
    },
  });
  return input;
}

/** A button that adds the next page, as long as there is one. */
function more(cards, shown, page, asked) {
  let { next } = page;
  const text = () => `Show more (${number(shown.length)} of ${number(page.publications)})`;
  const button = h('button', { type: 'button', class: 'more', hidden: next === null, onclick: add }, text());
  return button;

  async function add() {
    button.disabled = true;
    const added = await get('overview', { ...asked, cursor: next });
    shown.push(...added.items);
    next = added.next;
    const nodes = added.items.map(card);
    cards.append(...nodes);
    button.disabled = false;
    button.hidden = next === null;
    button.textContent = text();
    nodes[0]?.querySelector('a').focus();
    say(`${counted(added.items.length, 'publication')} more`);
  }
}

function rows(shown) {
  return [['publication', 'articles'], ...shown.map(({ publication }) => [publication.name, publication.articles])];
}
