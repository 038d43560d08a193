// A part of a view with a headline and its downloads.

import { h } from './dom.js';

let made = 0;

export function panel(title, content, tools = null, note = null) {
  const id = `panel-${(made += 1)}`;
  return h('section', { class: 'panel', 'aria-labelledby': id },
    h('header', {},
      h('h2', { id }, title),
      note ? h('p', { class: 'faint' }, note) : null,
      tools),
    content);
}
