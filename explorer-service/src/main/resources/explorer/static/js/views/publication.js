// One publication: its word cloud, whom it writes about, what sets it apart, and all of it as a table.

import { h, name } from '../dom.js';
import { get } from '../api.js';
import { toCompare, toEntity } from '../addresses.js';
import { MEASURES, TYPES, counted } from '../format.js';
import { choice } from '../choice.js';
import { bars } from '../bars.js';
import { downloads } from '../download.js';
import { panel } from '../panel.js';
import { apart } from '../apart.js';
import { pages } from '../pages.js';
import { nothingFound } from '../states.js';

const IN_CLOUD = 90;
const IN_BARS = 15;

const KINDS = [{ value: null, label: 'All' }, ...Object.entries(TYPES).map(([value, { many }]) => ({ value, label: many }))];
const BY = Object.entries(MEASURES).map(([value, { label }]) => ({ value: value === 'mentions' ? null : value, label }));

export async function publication(parameters, signal) {
  const key = parameters.get('key') ?? '';
  const type = parameters.get('type');
  const by = parameters.get('by') in MEASURES ? parameters.get('by') : 'mentions';
  const measure = MEASURES[by];
  const asked = { publication: key, type, order: by === 'mentions' ? 'mentions' : 'articles' };
  const cursor = parameters.get('after');
  const [top, distinctive, page] = await Promise.all([
    get('entities', { ...asked, limit: IN_CLOUD }, signal),
    get('distinctive', { publication: key, type, limit: IN_BARS }, signal),
    cursor ? get('entities', { ...asked, limit: pages.SIZE, cursor }, signal) : null,
  ]);
  const it = top.publication;
  const first = { items: top.items.slice(0, pages.SIZE), next: null, more: top.items.length > pages.SIZE };
  return {
    title: it.name,
    content: [
      h('section', { class: 'lede' },
        h('h1', {}, name(it.name)),
        h('p', {}, counted(it.articles, 'article'), ' counted. ',
          h('a', { href: toCompare([it.key]) }, 'Compare with others'))),
      h('div', { class: 'toolbar' },
        choice('Kind of names', 'type', KINDS, type, { after: null }),
        choice('Count by', 'by', BY, by === 'mentions' ? null : by, { after: null })),
      top.items.length === 0
        ? nothingFound('No such names in its articles.')
        : [
            picture(it, top.items),
            h('div', { class: 'columns' }, mostly(it, top.items.slice(0, IN_BARS), by), apart(it, distinctive.items)),
            await pages.of(it, asked, measure, page ?? first, cursor, signal),
          ],
    ],
  };
}

function picture(it, entities) {
  const place = h('div', { class: 'picture large' });
  import('../cloud.js').then(({ cloud }) => cloud(place, entities, {
    height: (width) => (width < 500 ? width * 0.95 : Math.min(440, width * 0.4)),
    largest: (width) => (width < 500 ? width / 8 : Math.min(92, width / 13)),
  }));
  return panel('In a picture', place,
    downloads(`${it.name}: names`, { rows: () => rows(entities), cloud: () => place.querySelector('svg') }));
}

function mostly(it, entities, by) {
  const measure = MEASURES[by];
  const lines = entities.map((entity) => ({
    label: entity.name,
    href: toEntity(entity),
    value: measure.of(entity, it),
    text: measure.text(measure.of(entity, it)),
    type: entity.type,
    note: by === 'mentions' ? `in ${counted(entity.articles, 'article')}` : counted(entity.mentions, 'mention'),
  }));
  const title = 'Writes most about';
  return panel(title,
    bars(lines, { label: `${title}: ${measure.label}` }),
    downloads(`${it.name} writes most about`, { rows: () => rows(entities), lines: () => lines }),
    measure.label);
}

const rows = (entities) => [
  ['type', 'name', 'mentions', 'articles'],
  ...entities.map((entity) => [entity.type, entity.name, entity.mentions, entity.articles]),
];
