-- Sums of a publication's entities, so that totals need not read them all. Nobody has to remember them when writing.
ALTER TABLE publication ADD COLUMN entities BIGINT NOT NULL DEFAULT 0;
ALTER TABLE publication ADD COLUMN mentions BIGINT NOT NULL DEFAULT 0;

UPDATE publication SET
  entities = (SELECT count(*) FROM entity WHERE entity.publication = publication.id),
  mentions = (SELECT coalesce(sum(entity.mentions), 0) FROM entity WHERE entity.publication = publication.id);

CREATE TRIGGER entity_added AFTER INSERT ON entity BEGIN
  UPDATE publication SET entities = entities + 1, mentions = mentions + new.mentions WHERE id = new.publication;
END;

CREATE TRIGGER entity_mentioned AFTER UPDATE OF mentions ON entity BEGIN
  UPDATE publication SET mentions = mentions + new.mentions - old.mentions WHERE id = new.publication;
END;

-- Lists by articles, the most first. A list of all types is merged of theirs, so that an index of its own may go.
ALTER TABLE entity ADD COLUMN spread BIGINT GENERATED ALWAYS AS (-articles) VIRTUAL;

CREATE INDEX entity_by_type_and_spread ON entity (publication, type, spread, word);

DROP INDEX entity_by_place;

-- Sums over publications read the index alone. An index with a generated column in it would not do for that.
DROP INDEX entity_by_word;

CREATE INDEX entity_by_word ON entity (word, type, mentions DESC, publication, articles);
