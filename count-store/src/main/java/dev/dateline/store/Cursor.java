package dev.dateline.store;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as the values that its list is sorted by: a page starts after them, whatever was counted meanwhile.
 *
 * @param count what the list is sorted by, of articles or mentions
 * @param type of the entity, empty in a list of publications
 * @param text the publication's key or the entity's word
 */
public record Cursor(long count, String type, String text) {

    /** Before the first item. */
    public static final Cursor START = new Cursor(Long.MAX_VALUE, "", "");

    private static final int PARTS = 4;

    /** After this publication. */
    public static Cursor after(PublicationCount publication) {
        return new Cursor(publication.articles(), "", publication.key().value());
    }

    /** After this entity, in this order. */
    public static Cursor after(EntityCount entity, EntityOrder order) {
        return new Cursor(order.of(entity), entity.type().name(), entity.word());
    }

    /** What tells the list of all publications from others. */
    public static String listOfPublications() {
        return "publications";
    }

    /** What tells a list of entities from others. */
    public static String listOfEntities(PublicationKey key, @Nullable EntityType type, EntityOrder order) {
        return "entities " + order + " " + type + " " + key;
    }

    /**
     * Reads what {@link #write} wrote; {@link #START} if that is null.
     *
     * @throws InvalidCursorException if it was not written for this list
     */
    public static Cursor read(@Nullable String cursor, String list) {
        if (cursor == null) {
            return START;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split("\n", PARTS);
            if (parts.length < PARTS || !parts[0].equals(mark(list))) {
                throw new InvalidCursorException();
            }
            return new Cursor(Long.parseLong(parts[1]), parts[2], parts[3]);
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException(e);
        }
    }

    /** This as letters, digits, {@code -} and {@code _}, good for the one list. */
    public String write(String list) {
        String text = String.join("\n", mark(list), Long.toString(count), type, this.text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells a mistake; a publication's whole key would make an address of 2,000 characters. */
    private static String mark(String list) {
        return Integer.toHexString(list.hashCode());
    }
}
