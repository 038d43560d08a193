package dev.dateline.cli.demo;

import dev.dateline.cli.client.ExplorerClient.Entity;
import dev.dateline.cli.console.Counted;
import dev.dateline.cli.console.Program;
import dev.dateline.cli.console.Span;
import dev.dateline.cli.console.Terminal;
import dev.dateline.cli.demo.Story.Chapter;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a story in a few lines a publication. */
final class StoryTeller {

    private static final String TOP_LABEL = "  writes most about   ";
    private static final String EXCLUSIVE_LABEL = "  alone writes about  ";

    private final Terminal terminal;
    private final PrintWriter out;

    StoryTeller(Terminal terminal) {
        this.terminal = terminal;
        this.out = terminal.out();
    }

    void tell(Story story, Duration counting) {
        out.println();
        out.println(terminal.bold("%,d articles by %,d publications: %,d mentions of names, found and counted in %s."
                .formatted(
                        story.totals().articles(),
                        story.totals().publications(),
                        story.totals().mentions(),
                        Span.text(counting))));
        out.println();
        int width = story.chapters().stream()
                .mapToInt(chapter -> chapter.publication().name().length())
                .max()
                .orElse(0);
        story.chapters().forEach(chapter -> tell(chapter, width));
        story.shared()
                .ifPresent(shared -> out.println("The name that they share: %s, in %d of %d publications."
                        .formatted(
                                terminal.accent(shared.name()),
                                shared.publications(),
                                story.chapters().size())));
        String program = Program.name();
        out.println("Your own articles next:  %s up  and then  %s upload FILE".formatted(program, program));
        out.flush();
    }

    private void tell(Chapter chapter, int width) {
        String name = chapter.publication().name();
        String padding = " ".repeat(width - name.length());
        out.println(terminal.bold(name)
                + padding
                + terminal.faint("  " + Counted.of(chapter.publication().articles(), "article")));
        out.println(terminal.faint(TOP_LABEL) + names(chapter.top()));
        if (!chapter.exclusive().isEmpty()) {
            out.println(terminal.faint(EXCLUSIVE_LABEL) + names(chapter.exclusive()));
        }
        out.println();
    }

    private String names(List<Entity> entities) {
        return entities.stream()
                .map(entity -> terminal.accent(entity.name()) + " " + terminal.faint(Long.toString(entity.mentions())))
                .collect(Collectors.joining(", "));
    }
}
