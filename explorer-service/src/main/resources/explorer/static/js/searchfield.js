// Search as you type: a combobox as ARIA's patterns have it. Enter without a choice shows all that was found.

import { h, name } from './dom.js';
import { get } from './api.js';
import { go } from './router.js';
import { address, toEntity } from './addresses.js';
import { TYPES, counted } from './format.js';

/** Long enough that one who types fast asks once a word. */
const PAUSE_MS = 120;

const SUGGESTIONS = 8;

/** Puts the field into a place of the page. */
export function searchField(place) {
  const list = h('ul', { id: 'suggestions', role: 'listbox', 'aria-label': 'Names', hidden: true });
  const input = h('input', {
    id: 'q', type: 'search', role: 'combobox', placeholder: 'Find a name', 'aria-label': 'Find a name',
    'aria-controls': 'suggestions', 'aria-expanded': 'false', 'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false', maxlength: 200,
  });
  place.append(h('search', {}, input, list));
  let asked = new AbortController();
  let timer = 0;

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, PAUSE_MS);
  });
  input.addEventListener('keydown', onKey);
  input.addEventListener('blur', () => close());
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !event.target.closest('input, textarea, select')) {
      event.preventDefault();
      input.focus();
    }
  });

  async function suggest() {
    asked.abort();
    asked = new AbortController();
    const text = input.value.trim();
    if (!text) {
      close();
      return;
    }
    try {
      const { items } = await get('search', { q: text, limit: SUGGESTIONS }, asked.signal);
      show(items);
    } catch (e) {
      // The page that Enter leads to says what is away.
      close();
    }
  }

  function show(items) {
    list.replaceChildren(...items.map(option));
    list.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(items.length > 0));
    input.removeAttribute('aria-activedescendant');
  }

  function option(entity, i) {
    // Not on click: by then the field has lost the focus, and the list is closed.
    const choose = (event) => {
      event.preventDefault();
      leave(toEntity(entity));
    };
    return h('li', { id: `suggestion-${i}`, role: 'option', 'aria-selected': 'false', 'data-href': toEntity(entity), onmousedown: choose },
      h('span', { class: `of-${entity.type}` }, name(entity.name)),
      h('small', {}, `${TYPES[entity.type].one}, ${counted(entity.mentions, 'mention')}`));
  }

  function onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !list.hidden) {
      event.preventDefault();
      move(step);
    } else if (event.key === 'Escape') {
      close();
    } else if (event.key === 'Enter' && input.value.trim()) {
      event.preventDefault();
      const chosen = list.querySelector('[aria-selected=true]');
      leave(chosen ? chosen.dataset.href : address('/search', { q: input.value.trim() }));
    }
  }

  function move(step) {
    const options = [...list.children];
    const at = options.findIndex((one) => one.getAttribute('aria-selected') === 'true');
    const next = (at + step + options.length + (at < 0 && step < 0 ? 1 : 0)) % options.length;
    options.forEach((one, i) => one.setAttribute('aria-selected', String(i === next)));
    input.setAttribute('aria-activedescendant', options[next].id);
  }

  function leave(url) {
    clearTimeout(timer);
    asked.abort();
    close();
    input.value = '';
    go(url);
  }

  function close() {
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
  }
}
