// Makes elements. Text is always set as text: names come from whoever posts.

/**
 * An element with attributes and children. An attribute that begins with "on" is a listener; one that is null or false is
 * left out. Children are nodes, texts, or lists of them.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A name that may be written from right to left, without turning what stands beside it. */
export function name(text) {
  return h('bdi', {}, text);
}

/** Tells those who hear the page instead of seeing it. */
export function say(text) {
  document.getElementById('said').textContent = text;
}
