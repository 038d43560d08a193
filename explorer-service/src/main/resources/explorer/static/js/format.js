// Numbers and words as the reader's language has them.

const whole = new Intl.NumberFormat();
const oneDigit = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const short = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });

export const number = (value) => whole.format(value);

/** 12.3K, where there is little room; exact below 10,000. */
export const compact = (value) => (value < 10_000 ? whole.format(value) : short.format(value));

export const decimal = (value) => oneDigit.format(value);

/** "1 article", "2 articles". */
export const counted = (value, noun) => `${number(value)} ${noun}${value === 1 ? '' : 's'}`;

/** The order in which types are shown, and what people call them. */
export const TYPES = {
  PERSON: { one: 'Person', many: 'People' },
  ORGANIZATION: { one: 'Organisation', many: 'Organisations' },
  LOCATION: { one: 'Place', many: 'Places' },
  MISC: { one: 'Other name', many: 'Other names' },
};

/** How much a publication writes about an entity: what it is called, how it is worked out, how it is written. */
export const MEASURES = {
  mentions: { label: 'Mentions', of: (entity) => entity.mentions, text: number },
  articles: { label: 'Articles', of: (entity) => entity.articles, text: number },
  share: { label: 'Per 100 articles', of: share, text: decimal },
};

/** Articles that mention it, per 100 articles of the publication. */
export function share(entity, publication) {
  return publication.articles === 0 ? 0 : (100 * entity.articles) / publication.articles;
}
