// Tables of numbers.

import { h, name } from './dom.js';
import { toEntity } from './addresses.js';
import { TYPES } from './format.js';

/**
 * A table.
 *
 * @param columns {label, cell, isNumber}: `cell` makes a row's text or node
 */
export function table(caption, columns, rows) {
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    h('table', {},
      h('caption', { class: 'hidden' }, caption),
      h('thead', {}, h('tr', {}, columns.map((column) => h('th', { scope: 'col', class: column.isNumber && 'number' }, column.label)))),
      h('tbody', {}, rows.map((row, i) => h('tr', {}, columns.map((column) => cell(column, row, i)))))));
}

function cell(column, row, i) {
  const content = column.cell(row, i);
  return h(column.isHeader ? 'th' : 'td', { scope: column.isHeader && 'row', class: column.isNumber && 'number' }, content);
}

/** The column of names: a link in the colour of its type, which is also said. */
export const NAME = {
  label: 'Name',
  isHeader: true,
  cell: (entity) => [
    h('a', { href: toEntity(entity), class: `of-${entity.type}` }, name(entity.name)),
    h('small', {}, TYPES[entity.type].one),
  ],
};
