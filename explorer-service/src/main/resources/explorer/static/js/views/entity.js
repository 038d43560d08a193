// One entity across all publications.

import { h, name } from '../dom.js';
import { get } from '../api.js';
import { toPublication } from '../addresses.js';
import { MEASURES, TYPES, counted } from '../format.js';
import { choice } from '../choice.js';
import { bars } from '../bars.js';
import { downloads } from '../download.js';
import { panel } from '../panel.js';
import { nothingFound } from '../states.js';

/** The most that the service gives. */
const MOST = 1_000;

const FIRST = 25;
const BY = Object.entries(MEASURES).map(([value, { label }]) => ({ value: value === 'mentions' ? null : value, label }));

export async function entity(parameters, signal) {
  const type = parameters.get('type');
  const word = parameters.get('word');
  const by = parameters.get('by');
  const measure = MEASURES[by] ?? MEASURES.mentions;
  const { items } = await get('entity', { type, word, limit: MOST }, signal);
  if (items.length === 0) {
    return {
      title: word,
      content: [h('section', { class: 'lede' }, h('h1', {}, name(word))), nothingFound('No publication mentions it.')],
    };
  }
  const title = items[0].name;
  const sorted = [...items].sort((a, b) => measure.of(b, b.publication) - measure.of(a, a.publication));
  return {
    title,
    content: [
      lede(title, type, items),
      h('div', { class: 'toolbar' }, choice('Count by', 'by', BY, by ?? null)),
      across(title, type, sorted, measure),
    ],
  };
}

function lede(title, type, items) {
  const sum = (of) => items.reduce((total, item) => total + of(item), 0);
  const written = [...new Set(items.map((item) => item.name))].filter((other) => other !== title);
  return h('section', { class: 'lede' },
    h('p', { class: `kicker of-${type}` }, TYPES[type].one),
    h('h1', {}, name(title)),
    h('p', {},
      counted(sum((item) => item.mentions), 'mention'), ' in ', counted(sum((item) => item.articles), 'article'), ' of ',
      counted(items.length, 'publication'), '.'),
    written.length > 0 ? h('p', { class: 'faint' }, 'Also written ', name(written.slice(0, 4).join(', ')), '.') : null);
}

function across(title, type, items, measure) {
  const lines = items.map((item) => ({
    label: item.publication.name,
    href: toPublication(item.publication),
    value: measure.of(item, item.publication),
    text: measure.text(measure.of(item, item.publication)),
    type,
  }));
  const most = Math.max(...lines.map((line) => line.value));
  const place = h('div', {}, bars(lines.slice(0, FIRST), { label: `${title} by publication: ${measure.label}` }));
  const all = h('button', {
    type: 'button', class: 'more', hidden: lines.length <= FIRST,
    onclick: () => {
      place.replaceChildren(bars(lines, { label: `${title} by publication: ${measure.label}`, most }));
      all.hidden = true;
    },
  }, `Show all ${lines.length}`);
  return panel('By publication', [place, all],
    downloads(`${title} by publication`, { rows: () => rows(items), lines: () => lines.slice(0, FIRST) }),
    measure.label);
}

function rows(items) {
  return [
    ['publication', 'mentions', 'articles', 'per 100 articles'],
    ...items.map((item) => [item.publication.name, item.mentions, item.articles, MEASURES.share.of(item, item.publication).toFixed(1)]),
  ];
}
