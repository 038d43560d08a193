// All of a publication's names as a table with pages, each of which has an address.

import { h } from './dom.js';
import { get } from './api.js';
import { here } from './addresses.js';
import { decimal, number, share } from './format.js';
import { downloads } from './download.js';
import { panel } from './panel.js';
import { NAME, table } from './table.js';

const SIZE = 25;

/**
 * A page of the table.
 *
 * @param page {items, next}, or of the first {items, more}: its cursor is asked for when there is more
 */
async function of(publication, asked, measure, page, cursor, signal) {
  const next = page.more ? (await get('entities', { ...asked, limit: SIZE }, signal)).next : page.next;
  const columns = [
    NAME,
    { label: 'Mentions', isNumber: true, cell: (entity) => number(entity.mentions) },
    { label: 'Articles', isNumber: true, cell: (entity) => number(entity.articles) },
    { label: 'Per 100 articles', isNumber: true, cell: (entity) => decimal(share(entity, publication)) },
  ];
  const title = `${publication.name}: all names`;
  return panel('All names',
    [
      table(`${title}, by ${measure.label.toLowerCase()}`, columns, page.items),
      h('nav', { class: 'pages', 'aria-label': 'Pages', 'data-keep': true },
        cursor ? h('a', { href: here({ after: null }) }, '« First page') : null,
        next ? h('a', { href: here({ after: next }), rel: 'next' }, 'Next page ›') : null),
    ],
    downloads(title, { rows: () => rows(publication, page.items) }),
    `By ${measure.label.toLowerCase()}`);
}

function rows(publication, entities) {
  return [
    ['name', 'type', 'mentions', 'articles', 'per 100 articles'],
    ...entities.map((e) => [e.name, e.type, e.mentions, e.articles, share(e, publication).toFixed(1)]),
  ];
}

export const pages = { SIZE, of };
