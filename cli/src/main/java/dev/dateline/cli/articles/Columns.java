package dev.dateline.cli.articles;

import dev.dateline.cli.console.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Under which names a file may hold the fields of a post. */
public final class Columns {

    private static final String PUBLICATION = "publication";
    private static final String CONTENT = "content";

    private final Map<String, List<String>> namesByField;

    private Columns(Map<String, List<String>> namesByField) {
        this.namesByField = namesByField;
    }

    /** The names that data sets use, best first. */
    public static Columns standard() {
        var names = new LinkedHashMap<String, List<String>>();
        // Content before publication: of two that a file lacks, the one to look for first.
        names.put(CONTENT, List.of(CONTENT, "article", "text", "body"));
        names.put(PUBLICATION, List.of(PUBLICATION));
        names.put("id", List.of("id"));
        names.put("title", List.of("title"));
        names.put("url", List.of("url"));
        names.put("published_at", List.of("published_at", "date"));
        return new Columns(names);
    }

    /**
     * These, but for the fields named, which are then looked for under the given name alone.
     *
     * @param chosen field of a post to name in the file
     */
    public Columns with(Map<String, String> chosen) {
        var names = new LinkedHashMap<>(namesByField);
        chosen.forEach((field, name) -> {
            if (names.replace(field, List.of(name)) == null) {
                throw Failure.usage("--columns: a post has no field \"%s\" (it has: %s)"
                        .formatted(field, String.join(", ", names.keySet())));
            }
        });
        return new Columns(names);
    }

    /** Each field's names in a file, best first. */
    Map<String, List<String>> namesByField() {
        return namesByField;
    }

    /**
     * Where each field is under a header; fields that it lacks are left out. Case and outer spaces do not matter.
     *
     * @throws Failure (usage) if publication or content is missing. Without a publication the file is not taken for one
     *     of articles, and other names for the content are not tried: its {@code text} may be anything.
     */
    Map<String, Integer> positions(List<String> header, String file) {
        List<String> present = header.stream().map(Columns::folded).toList();
        var positions = new LinkedHashMap<String, Integer>();
        namesByField.forEach((field, names) -> names.stream()
                .map(name -> present.indexOf(folded(name)))
                .filter(position -> position >= 0)
                .findFirst()
                .ifPresent(position -> positions.put(field, position)));
        if (!positions.containsKey(PUBLICATION) && !present.contains(preferred(CONTENT))) {
            positions.remove(CONTENT);
        }
        for (String field : List.of(CONTENT, PUBLICATION)) {
            if (!positions.containsKey(field)) {
                throw Failure.usage(
                        "%s: no column \"%s\" (found: %s)".formatted(file, preferred(field), listed(header)));
            }
        }
        return positions;
    }

    private String preferred(String field) {
        return Objects.requireNonNull(namesByField.get(field)).get(0);
    }

    /** Index columns often have no name. */
    private static String listed(List<String> header) {
        String names = header.stream().filter(name -> !name.isBlank()).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
