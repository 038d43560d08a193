// Bars as a list: each a link, a line and a number, readable without seeing the line.

import { h, name } from './dom.js';

/**
 * A list of bars.
 *
 * @param rows {label, href, value, text, type, note}: `text` is what stands at the bar's end, `note` below the name
 * @param most the value of a whole line; with `track` the rest of the line is drawn too, as of a share
 */
export function bars(rows, { label, most = Math.max(...rows.map((row) => row.value)), track = false } = {}) {
  return h('ol', { class: track ? 'bars track' : 'bars', 'aria-label': label }, rows.map((row) => bar(row, most)));
}

function bar(row, most) {
  const line = h('span', { class: 'line', 'aria-hidden': 'true' });
  // Set here and not in the markup, where the content security policy forbids styles.
  line.style.setProperty('--share', most > 0 ? row.value / most : 0);
  return h('li', { class: row.type ? `of-${row.type}` : '' },
    h('span', { class: 'what' },
      h('a', { href: row.href }, name(row.label)),
      row.note ? h('small', {}, row.note) : null),
    line,
    h('span', { class: 'value' }, row.text));
}
