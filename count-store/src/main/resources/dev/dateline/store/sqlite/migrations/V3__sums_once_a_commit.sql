-- A commit knows what it adds to a publication: one write, where the triggers made one for each entity.
DROP TRIGGER entity_added;
DROP TRIGGER entity_mentioned;
