// Saves what is on screen: rows as CSV, a figure as PNG.

import { h } from './dom.js';
import { figure } from './figure.js';

const QUOTED = /[",\r\n]/;

/** Buttons that save what a part of the page shows; without `lines` there is no picture. */
export function downloads(title, { rows, lines, cloud }) {
  return h('div', { class: 'downloads' },
    h('button', { type: 'button', class: 'quiet', 'aria-label': `${title} as CSV`, onclick: () => saveCsv(title, rows()) }, 'CSV'),
    lines || cloud
      ? h('button', {
          type: 'button', class: 'quiet', 'aria-label': `${title} as PNG`,
          onclick: async () => save(title, 'png', await figure(title, { lines: lines?.(), cloud: cloud?.() })),
        }, 'PNG')
      : null);
}

/** The first row has the columns' names. */
export function csv(rows) {
  return rows.map((row) => row.map(field).join(',')).join('\r\n') + '\r\n';
}

function field(value) {
  const text = String(value);
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function saveCsv(title, rows) {
  // The mark tells spreadsheets that it is UTF-8.
  save(title, 'csv', new Blob(['\uFEFF', csv(rows)], { type: 'text/csv' }));
}

function save(title, extension, blob) {
  const url = URL.createObjectURL(blob);
  h('a', { href: url, download: `${fileName(title)}.${extension}` }).click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const fileName = (title) => title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'dateline';
