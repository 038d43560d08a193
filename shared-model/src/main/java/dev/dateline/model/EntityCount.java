package dev.dateline.model;

/**
 * How often an entity was mentioned.
 *
 * @param type with {@code word} its identity within a publication
 * @param word see {@link EntityName}
 * @param name how it is written: the latest, most frequent one; not part of the identity
 * @param mentions at least 1
 * @param articles that mention it, at least 1 and at most {@code mentions}
 */
public record EntityCount(EntityType type, String word, String name, long mentions, long articles) {

    private static final int MAX_WORD_LENGTH = 6 * EntityName.MAX_LENGTH;

    public EntityCount {
        if (type == null || word == null || name == null) {
            throw new IllegalArgumentException("an entity has a type, a word and a name");
        }
        if (word.isEmpty() || word.length() > MAX_WORD_LENGTH) {
            throw new IllegalArgumentException(
                    "an entity's word has 1 to %d characters, not %d".formatted(MAX_WORD_LENGTH, word.length()));
        }
        if (name.isEmpty() || name.length() > EntityName.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "an entity's name has 1 to %d characters, not %d".formatted(EntityName.MAX_LENGTH, name.length()));
        }
        if (articles < 1 || mentions < articles) {
            throw new IllegalArgumentException(
                    "an entity's counts are 1 <= articles <= mentions, not %d and %d".formatted(articles, mentions));
        }
    }
}
