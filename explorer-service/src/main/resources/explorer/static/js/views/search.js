// All that a search found.

import { h, name } from '../dom.js';
import { get } from '../api.js';
import { TYPES, number } from '../format.js';
import { choice } from '../choice.js';
import { downloads } from '../download.js';
import { panel } from '../panel.js';
import { NAME, table } from '../table.js';
import { nothingFound } from '../states.js';

const MOST = 200;
const KINDS = [{ value: null, label: 'All' }, ...Object.entries(TYPES).map(([value, { many }]) => ({ value, label: many }))];

const COLUMNS = [
  NAME,
  { label: 'Mentions', isNumber: true, cell: (entity) => number(entity.mentions) },
  { label: 'Articles', isNumber: true, cell: (entity) => number(entity.articles) },
  { label: 'Publications', isNumber: true, cell: (entity) => number(entity.publications) },
];

export async function search(parameters, signal) {
  const q = parameters.get('q') ?? '';
  const type = parameters.get('type');
  const { items } = q.trim() ? await get('search', { q, type, limit: MOST }, signal) : { items: [] };
  const title = `Names that begin with “${q}”`;
  return {
    title,
    content: [
      h('section', { class: 'lede' }, h('h1', {}, 'Names that begin with “', name(q), '”')),
      h('div', { class: 'toolbar' }, choice('Kind of names', 'type', KINDS, type)),
      items.length === 0
        ? nothingFound('No name begins like this.')
        : panel(items.length === MOST ? `The first ${MOST}` : `${number(items.length)} found`,
            table(title, COLUMNS, items), downloads(title, { rows: () => rows(items) }), 'Most mentioned first'),
    ],
  };
}

function rows(items) {
  return [
    ['name', 'type', 'mentions', 'articles', 'publications'],
    ...items.map((e) => [e.name, e.type, e.mentions, e.articles, e.publications]),
  ];
}
