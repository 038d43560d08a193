// What is shown where there is nothing to show: nothing counted yet, nothing found, something away, a key that is missing.

import { h } from './dom.js';
import { key } from './api.js';

const FIRST_ARTICLE = `curl http://127.0.0.1:8080/post/enqueue \\
  -H "Authorization: Bearer $(cat dateline-data/api-key)" \\
  -H "Content-Type: application/json" \\
  -d '{"publication": "The Daily Example",
       "content": "Ada Lovelace met Charles Babbage in London."}'`;

/** Nothing was counted yet: how to send the first article. */
export function nothingYet() {
  return h('section', { class: 'state' },
    h('h1', {}, 'No articles yet'),
    h('p', {}, 'Send the first one; it is counted within seconds, and this page shows it.'),
    h('pre', { tabindex: 0, 'aria-label': 'Command that sends an article' }, h('code', {}, FIRST_ARTICLE)),
    h('p', {}, 'Or a whole file, CSV or NDJSON, with ', h('code', {}, './dateline upload articles.csv'), '.'));
}

/** There is something, but not this. */
export function nothingFound(text, ...more) {
  return h('p', { class: 'nothing' }, text, ...more);
}

/** What failed, in the service's words, and what can be done. */
export function failure(error, again) {
  if (error.status === 401 || error.status === 403) {
    return keyForm(error, again);
  }
  const isMissing = error.status === 404 || error.status === 400;
  return h('section', { class: 'state', role: 'alert' },
    h('h1', {}, isMissing ? 'Nothing is here' : 'Something is away'),
    h('p', { class: 'reason' }, error.message || String(error)),
    isMissing
      ? h('p', {}, h('a', { href: '/' }, 'To all publications'))
      : h('p', {}, h('button', { type: 'button', onclick: again }, 'Try again')));
}

function keyForm(error, again) {
  const input = h('input', { id: 'key', type: 'password', autocomplete: 'off', required: true });
  const submit = (event) => {
    event.preventDefault();
    key.set(input.value.trim());
    again();
  };
  return h('section', { class: 'state' },
    h('h1', {}, 'A key, please'),
    h('p', { class: 'reason' }, error.message),
    h('form', { class: 'keyform', onsubmit: submit },
      h('label', { for: 'key' }, 'API key with the scope “read”'),
      input,
      h('button', { type: 'submit' }, 'Read')),
    h('p', {}, 'It stays in this tab, and is forgotten when you close it.'));
}
