package dev.dateline.benchmarks;

import dev.dateline.model.EntityType;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence and the names that people found in it.
 *
 * @param tags one for each token, as IOB1 ({@code B-} only between two names of a type) or IOB2 ({@code B-} at each begin)
 */
record LabelledSentence(List<String> tokens, List<String> tags) {

    List<Span> spans() {
        var spans = new ArrayList<Span>();
        int next;
        for (int first = 0; first < tags.size(); first = next) {
            next = first + 1;
            String tag = tags.get(first);
            if (tag.equals("O")) {
                continue;
            }
            String type = tag.substring(2);
            while (next < tags.size() && tags.get(next).equals("I-" + type)) {
                next++;
            }
            spans.add(new Span(type(type), first, next));
        }
        return spans;
    }

    /** What the sets call them. WNUT-17's products and works are what CoNLL-2003, like our models, calls MISC. */
    private static EntityType type(String name) {
        return switch (name) {
            case "PER", "person" -> EntityType.PERSON;
            case "ORG", "corporation", "group" -> EntityType.ORGANIZATION;
            case "LOC", "location" -> EntityType.LOCATION;
            case "MISC", "creative-work", "product" -> EntityType.MISC;
            default -> throw new IllegalArgumentException("no type is known for \"%s\"".formatted(name));
        };
    }
}
