// A column for each publication, with what it writes most about.

import { h, name } from './dom.js';
import { toEntity, toPublication } from './addresses.js';
import { bars } from './bars.js';
import { counted, decimal, share } from './format.js';

const IN_COLUMN = 10;

export function sideBySide({ publications, items }) {
  const columns = publications.map((publication, i) => items
    .map((item) => ({ item, value: share(item.counts[i], publication) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, IN_COLUMN));
  // One scale for all, or a short bar here would be longer than a long one there.
  const most = Math.max(...columns.flat().map(({ value }) => value), 0);
  return h('div', { class: `sides sides-${publications.length}` }, publications.map((publication, i) =>
    h('section', { class: `panel n${i + 1}` },
      h('header', {},
        h('h2', {}, h('a', { href: toPublication(publication) }, name(publication.name))),
        h('p', { class: 'faint' }, `${counted(publication.articles, 'article')}; per 100 of them`)),
      columns[i].length === 0
        ? h('p', { class: 'nothing' }, 'No such names.')
        : bars(columns[i].map(({ item, value }) => ({
            label: item.name, href: toEntity(item), value, text: decimal(value), type: item.type,
          })), { label: publication.name, most }))));
}
