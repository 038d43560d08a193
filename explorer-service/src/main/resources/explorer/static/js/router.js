// Shows the view that the address names. Links of our own change the address without loading the page anew.

import { h, say } from './dom.js';
import { failure } from './states.js';

let views = {};
let current = new AbortController();

/**
 * Begins with what the address says.
 *
 * @param all by path: a function that gets the parameters and a signal, which aborts when the reader leaves, and returns, or
 *     promises, {title, content}
 */
export function start(all) {
  views = all;
  addEventListener('popstate', () => show({ scroll: false }));
  document.addEventListener('click', follow);
  show({ scroll: false });
}

/** Goes to an address of ours. A change of the same view, such as a filter, replaces its entry in the history. */
export function go(url, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', url);
  return show({ scroll: !replace });
}

/** Shows the same again, with what is true now. */
export const again = () => show({ scroll: false });

function follow(event) {
  const link = event.target.closest?.('a[href]');
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || link.hasAttribute('download') || link.hash) {
    return;
  }
  const url = new URL(link.href, location.href);
  if (url.origin === location.origin && url.pathname in views) {
    event.preventDefault();
    // A view's own switches keep the place on the page.
    history.pushState(null, '', url);
    show({ scroll: !link.closest('[data-keep]') });
  }
}

async function show({ scroll }) {
  current.abort();
  const mine = (current = new AbortController());
  const main = document.getElementById('main');
  main.setAttribute('aria-busy', 'true');
  const shown = await attempt(mine.signal);
  if (mine.signal.aborted) {
    return;
  }
  const hadFocus = main.contains(document.activeElement) ? document.activeElement.id : null;
  main.replaceChildren(h('div', { class: 'view' }, shown.content));
  main.removeAttribute('aria-busy');
  document.title = shown.title ? `${shown.title} – Dateline` : 'Dateline';
  mark(location.pathname);
  if (scroll) {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
    say(shown.title);
  } else if (hadFocus) {
    document.getElementById(hadFocus)?.focus({ preventScroll: true });
  }
  shown.started?.();
}

async function attempt(signal) {
  try {
    const view = views[location.pathname] ?? views['/'];
    return await view(new URLSearchParams(location.search), signal);
  } catch (e) {
    return { title: 'Something is away', content: failure(e, again) };
  }
}

function mark(path) {
  for (const link of document.querySelectorAll('.masthead nav a')) {
    link.toggleAttribute('aria-current', false);
    if (link.pathname === path) {
      link.setAttribute('aria-current', 'page');
    }
  }
}
