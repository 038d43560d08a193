package dev.dateline.cli.verify;

import dev.dateline.model.EntityType;

/** What makes an entity one: within a publication, its type and its folded name. */
record EntityKey(String publication, EntityType type, String word) {

    @Override
    public String toString() {
        return "%s / %s / %s".formatted(publication, type, word);
    }
}
