package dev.dateline.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.Post;
import dev.dateline.model.PublicationTally;
import dev.dateline.recognition.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyBuilderTest {

    private final TallyBuilder builder = new TallyBuilder();

    @Test
    void countsMentionsAndTheArticlesThatHoldThem() {
        add("The Daily Example", "Ada met Ada", "Ada", "Ada");
        add("The Daily Example", "Ada left", "Ada");

        assertThat(builder.tallies())
                .containsExactly(new PublicationTally(
                        "The Daily Example", 2, List.of(new EntityCount(EntityType.PERSON, "ada", "Ada", 3, 2))));
    }

    @Test
    void joinsWaysToWriteOnePublicationAndKeepsTheLatest() {
        add("The  Daily Example", "Ada", "Ada");
        add("THE DAILY EXAMPLE", "Ada", "Ada");

        assertThat(builder.tallies()).singleElement().satisfies(tally -> {
            assertThat(tally.publication()).isEqualTo("THE DAILY EXAMPLE");
            assertThat(tally.articles()).isEqualTo(2);
        });
    }

    @Test
    void writesAnEntityAsItIsMostOftenWrittenAndOfTwoAsTheLatest() {
        add("P", "OBAMA Obama Obama OBAMA", "OBAMA", "Obama", "Obama");
        add("P", "NATO Nato", "NATO", "Nato");

        assertThat(builder.tallies().get(0).entities())
                .extracting(EntityCount::name)
                .containsExactly("Obama", "Nato");
    }

    @Test
    void dropsAMentionThatIsTooLongForANameAndSaysSo() {
        String run = "x".repeat(201);

        int dropped = builder.add(post("P", run), List.of(new Mention(EntityType.PERSON, 0, run.length())));

        assertThat(dropped).isEqualTo(1);
        assertThat(builder.tallies()).containsExactly(new PublicationTally("P", 1, List.of()));
    }

    @Test
    void splitsAPublicationWithMoreEntitiesThanATallyMayHold() {
        String text =
                String.join(" ", IntStream.range(0, 900).mapToObj(i -> "N" + i).toList());

        add("P", text, text.split(" "));

        assertThat(builder.tallies()).extracting(PublicationTally::articles).containsExactly(1L, 0L, 0L);
        assertThat(builder.tallies()).flatExtracting(PublicationTally::entities).hasSize(900);
    }

    private void add(String publication, String content, String... names) {
        var mentions = new ArrayList<Mention>();
        int from = 0;
        for (String name : names) {
            int begin = content.indexOf(name, from);
            mentions.add(new Mention(EntityType.PERSON, begin, begin + name.length()));
            from = begin + 1;
        }
        builder.add(post(publication, content), mentions);
    }

    private static Post post(String publication, String content) {
        return new Post("id", publication, content, null, null, null);
    }
}
