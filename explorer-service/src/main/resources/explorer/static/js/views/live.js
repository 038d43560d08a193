// The numbers while they move.

import { h, name } from '../dom.js';
import { get } from '../api.js';
import { listen } from '../stream.js';
import { toPublication } from '../addresses.js';
import { decimal, number } from '../format.js';
import { panel } from '../panel.js';
import { failure } from '../states.js';

const TILES = [
  { id: 'saved', label: 'Articles counted', of: (state) => state.totals?.articles },
  { id: 'mentions', label: 'Mentions', of: (state) => state.totals?.mentions },
  { id: 'rate', label: 'Articles per second', of: (state) => state.totals && state.savedPerSecond, text: decimal },
  { id: 'accepted', label: 'Posts accepted', of: (state) => state.pipeline?.accepted },
  { id: 'extraction', label: 'Waiting for extraction', of: (state) => state.pipeline?.waitingForExtraction },
  { id: 'saving', label: 'Waiting to be saved', of: (state) => state.pipeline?.waitingToBeSaved },
  { id: 'dead', label: 'Dead letters', of: (state) => state.pipeline?.deadLetters, warns: true },
];

export async function live(parameters, signal) {
  const tiles = TILES.map((tile) => ({ ...tile, node: h('dd', { id: `live-${tile.id}` }, '–') }));
  const status = h('p', { id: 'live-status', class: 'faint' }, 'Connecting…');
  // Where nobody answers, this says it better than a module that does not come.
  await get('totals', {}, signal);
  const { risingLine } = await import('../line.js');
  const line = risingLine();
  const list = h('ol', { class: 'rising' });
  const alert = h('div', {});
  const first = new Map();

  const show = (state) => {
    alert.replaceChildren(...state.away.map((text) => h('p', { class: 'notice', role: 'alert' }, text)));
    tiles.forEach((tile) => update(tile, state));
    status.textContent = summary(state);
    if (state.totals) {
      line.add(state.totals.articles);
    }
    list.replaceChildren(...state.publications.map((publication) => rising(publication, first)));
  };
  const away = (error) => {
    status.textContent = 'Not connected';
    alert.replaceChildren(failure(error, () => location.reload()));
  };
  return {
    title: 'Live',
    content: [
      h('section', { class: 'lede' }, h('h1', {}, 'As it comes in'), status),
      alert,
      h('dl', { class: 'tiles' }, tiles.map((tile) => h('div', {}, h('dt', {}, tile.label), tile.node))),
      h('div', { class: 'columns' },
        panel('Articles counted since you are here', line.node, null, 'A point a second'),
        panel('Publications', list, null, 'Articles, and how many more since you are here')),
    ],
    started: () => listen('live', show, away, signal),
  };
}

function update(tile, state) {
  const value = tile.of(state);
  const text = value === null || value === undefined ? '–' : (tile.text ?? number)(value);
  if (tile.node.textContent !== text) {
    tile.node.textContent = text;
  }
  tile.node.classList.toggle('warn', Boolean(tile.warns && value > 0));
}

function summary({ pipeline }) {
  if (!pipeline) {
    return 'The pipeline’s state is not known.';
  }
  return pipeline.drained ? 'Everything that was accepted is counted.' : 'Articles are on their way.';
}

function rising(publication, first) {
  if (!first.has(publication.key)) {
    first.set(publication.key, publication.articles);
  }
  const more = publication.articles - first.get(publication.key);
  return h('li', {},
    h('a', { href: toPublication(publication) }, name(publication.name)),
    h('span', { class: 'count' }, number(publication.articles)),
    h('span', { class: 'plus' }, more > 0 ? `+${number(more)}` : ''));
}
