// A publication on the overview: its name, a picture of its names, and the first of each type.

import { h, name } from './dom.js';
import { toEntity, toPublication } from './addresses.js';
import { TYPES, compact, counted } from './format.js';

const IN_CARD = ['PERSON', 'ORGANIZATION', 'LOCATION'];
const FIRST = 3;

export function card({ publication, names }) {
  const picture = h('div', { class: 'picture' });
  const article = h('article', { class: 'card' },
    h('h2', {}, h('a', { href: toPublication(publication) }, name(publication.name))),
    h('p', { class: 'faint' }, counted(publication.articles, 'article')),
    names.length === 0 ? h('p', { class: 'nothing' }, 'No names in them.') : [picture, lists(names)]);
  if (names.length > 0) {
    whenSeen(picture, async () => {
      const { cloud } = await import('./cloud.js');
      cloud(picture, names, { height: (width) => width * 0.52, largest: (width) => width / 11 });
    });
  }
  return article;
}

function lists(names) {
  return h('div', { class: 'firsts' }, IN_CARD.map((type) => {
    const first = names.filter((entity) => entity.type === type).slice(0, FIRST);
    return h('section', { class: `of-${type}` },
      h('h3', {}, TYPES[type].many),
      first.length === 0
        ? h('p', { class: 'faint' }, '–')
        : h('ol', {}, first.map((entity) => h('li', {},
            h('a', { href: toEntity(entity) }, name(entity.name)),
            h('span', { class: 'count' }, compact(entity.mentions))))));
  }));
}

/** Five hundred pictures would take seconds; a screen has a handful. */
function whenSeen(element, draw) {
  const observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      observer.disconnect();
      draw();
    }
  }, { rootMargin: '400px' });
  observer.observe(element);
}
