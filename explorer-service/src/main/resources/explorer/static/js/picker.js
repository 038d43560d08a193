// Chooses the publications to compare: what is chosen can be taken away, and others added by name.

import { h, name, say } from './dom.js';
import { go } from './router.js';
import { here } from './addresses.js';

const MOST = 4;

export function picker(keys, publications, named) {
  const input = h('input', {
    id: 'add', list: 'known', placeholder: 'Add a publication', 'aria-label': 'Add a publication', autocomplete: 'off',
    onchange: () => add(),
  });
  const add = () => {
    const text = input.value.trim().toLowerCase();
    const found = publications.find((one) => one.name.toLowerCase() === text || one.key === text);
    if (found && !keys.includes(found.key)) {
      go(here({ p: [...keys, found.key] }));
    } else if (text) {
      say(found ? 'It is chosen already' : 'No publication has this name');
    }
  };
  return h('div', { class: 'picker' },
    keys.map((key, i) => h('span', { class: `chip n${i + 1}` },
      name(named.get(key) ?? key),
      h('button', {
        type: 'button', class: 'quiet', 'aria-label': `Take ${named.get(key) ?? key} away`,
        onclick: () => go(here({ p: keys.filter((other) => other !== key) })),
      }, '×'))),
    keys.length < MOST
      ? [input, h('datalist', { id: 'known' }, publications.filter((one) => !keys.includes(one.key)).map((one) => h('option', { value: one.name })))]
      : null);
}
