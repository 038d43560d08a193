// Each view's address: what makes links, and what makes every state a link of its own.

/** A path with those parameters that have a value; a list is given several times. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== '') {
        query.append(name, one);
      }
    }
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

export const toPublication = (publication, more = {}) => address('/publication', { key: publication.key, ...more });

export const toEntity = (entity, more = {}) => address('/entity', { type: entity.type, word: entity.word, ...more });

export const toCompare = (keys, more = {}) => address('/compare', { p: keys, ...more });

/** This view's address with other parameters; null takes one away, a list gives one several times. */
export function here(changes) {
  const current = new URLSearchParams(location.search);
  const parameters = Object.fromEntries([...current.keys()].map((name) => [name, current.getAll(name)]));
  return address(location.pathname, { ...parameters, ...changes });
}
