// Two to four publications side by side.

import { h, name } from '../dom.js';
import { get } from '../api.js';
import { TYPES, counted } from '../format.js';
import { choice } from '../choice.js';
import { picker } from '../picker.js';
import { sideBySide } from '../sidebyside.js';
import { panel } from '../panel.js';
import { downloads } from '../download.js';

const LEAST = 2;
const EACH = 15;
const IN_DOTS = 20;
const KINDS = [{ value: null, label: 'All' }, ...Object.entries(TYPES).map(([value, { many }]) => ({ value, label: many }))];

export async function compare(parameters, signal) {
  const keys = parameters.getAll('p');
  const type = parameters.get('type');
  const [known, comparison] = await Promise.all([
    get('publications', { limit: 1_000 }, signal),
    keys.length < LEAST ? null : get('comparison', { publication: keys, type, limit: EACH }, signal),
  ]);
  // After the answers: where there are none, they say it better than a module that does not come.
  const { dots } = await import('../dots.js');
  const named = new Map(known.items.map((publication) => [publication.key, publication.name]));
  comparison?.publications.forEach((publication) => named.set(publication.key, publication.name));
  return {
    title: 'Compare',
    content: [
      h('section', { class: 'lede' },
        h('h1', {}, 'Side by side'),
        h('p', {}, 'Choose two to four publications, and see what each writes about.')),
      picker(keys, known.items, named),
      comparison === null ? hint(keys, named) : [
        h('div', { class: 'toolbar' }, choice('Kind of names', 'type', KINDS, type)),
        sideBySide(comparison),
        panel('Where they differ', dots(comparison, IN_DOTS),
          downloads('Comparison', { rows: () => rows(comparison) }), 'Articles that mention it, per 100 articles'),
      ],
    ],
  };
}

function hint(keys, named) {
  return h('p', { class: 'nothing' }, keys.length === 0
    ? 'Nothing is chosen yet.'
    : ['One is chosen: ', name(named.get(keys[0]) ?? keys[0]), '. Choose another to compare it with.']);
}

function rows({ publications, items }) {
  return [
    ['name', 'type', ...publications.flatMap((p) => [`${p.name}: mentions`, `${p.name}: articles of ${counted(p.articles, 'article')}`])],
    ...items.map((item) => [item.name, item.type, ...item.counts.flatMap((count) => [count.mentions, count.articles])]),
  ];
}
