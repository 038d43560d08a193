-- A place is what a list is sorted by, the most first: ascending like the key or word after it, so that an index can
-- begin a page anywhere, also among ties.

CREATE TABLE publication (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  articles BIGINT NOT NULL,
  place BIGINT GENERATED ALWAYS AS (-articles) STORED
);

CREATE INDEX publication_by_place ON publication (place, key);

CREATE TABLE entity (
  publication INTEGER NOT NULL REFERENCES publication (id),
  type TEXT NOT NULL,
  word TEXT NOT NULL,
  name TEXT NOT NULL,
  mentions BIGINT NOT NULL,
  articles BIGINT NOT NULL,
  place BIGINT GENERATED ALWAYS AS (-mentions) STORED,
  PRIMARY KEY (publication, type, word)
);

CREATE INDEX entity_by_place ON entity (publication, place, type, word);

CREATE INDEX entity_by_type_and_place ON entity (publication, type, place, word);

CREATE INDEX entity_by_word ON entity (word, type, publication);

CREATE TABLE ledger (
  topic_partition TEXT NOT NULL PRIMARY KEY,
  "offset" BIGINT NOT NULL,
  topic_id TEXT NOT NULL
);
