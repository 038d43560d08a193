// What sets a publication apart: names that it mentions more than the others do.

import { h } from './dom.js';
import { toEntity } from './addresses.js';
import { bars } from './bars.js';
import { downloads } from './download.js';
import { panel } from './panel.js';
import { decimal, number } from './format.js';

/** More than this many times as often is said as just that: the number beyond says little. */
const MOST_TIMES = 100;

export function apart(publication, entities) {
  const lines = entities.map((entity) => ({
    label: entity.name,
    href: toEntity(entity),
    value: entity.mentions / entity.everywhere,
    text: times(entity),
    type: entity.type,
    note: share(entity),
  }));
  return panel('What sets it apart',
    entities.length === 0
      ? h('p', { class: 'nothing' }, 'Nothing yet: there is no other publication, or all write about the same.')
      : bars(lines, { label: 'What sets it apart', most: 1, track: true }),
    entities.length === 0
      ? null
      : downloads(`${publication.name}: what sets it apart`, { rows: () => rows(entities), lines: () => lines }),
    'Its part of all mentions, and how many times as often as the others; the surest first');
}

function times(entity) {
  return entity.ratio >= MOST_TIMES ? `>${MOST_TIMES}×` : `${decimal(entity.ratio)}×`;
}

function share(entity) {
  return entity.mentions === entity.everywhere
    ? 'nobody else'
    : `${number(entity.mentions)} of all ${number(entity.everywhere)}`;
}

function rows(entities) {
  return [
    ['type', 'name', 'mentions', 'mentions everywhere', 'times as often', 'z'],
    ...entities.map((e) => [e.type, e.name, e.mentions, e.everywhere, e.ratio.toFixed(2), e.z.toFixed(2)]),
  ];
}
