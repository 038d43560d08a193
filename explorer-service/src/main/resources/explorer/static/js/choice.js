// Switches: one of a few, each a link, so that every choice has an address.

import { h } from './dom.js';
import { here } from './addresses.js';

/**
 * A row of links that change one parameter of this view's address.
 *
 * @param options {value, label}; the value null stands for the parameter's absence
 * @param reset parameters that make no sense after a change, such as a page
 */
export function choice(label, parameter, options, chosen, reset = {}) {
  return h('nav', { class: 'choice', 'aria-label': label, 'data-keep': true },
    options.map(({ value, label: text }) =>
      h('a', {
        id: `${parameter}-${value ?? 'all'}`,
        href: here({ ...reset, [parameter]: value }),
        'aria-current': value === chosen ? 'true' : null,
      }, text)));
}
