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

/** This view's address with other parameters; null takes one away. */
export function here(changes) {
  const parameters = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    parameters.delete(name);
    if (value !== null && value !== '') {
      parameters.append(name, value);
    }
  }
  return address(location.pathname, Object.fromEntries([...new Set(parameters.keys())].map((n) => [n, parameters.getAll(n)])));
}
