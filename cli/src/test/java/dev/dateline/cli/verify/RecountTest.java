package dev.dateline.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.EntityType;
import dev.dateline.model.Post;
import dev.dateline.recognition.Mention;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecountTest {

    @Test
    void mentionsAddUpUnderTheFoldedName() {
        var recount = new Recount(text -> List.of(
                new Mention(EntityType.PERSON, 0, 5),
                new Mention(EntityType.PERSON, 6, 11),
                new Mention(EntityType.MISC, 0, 5)));

        recount.add(post("The  Daily Example", "OBAMA Obama"));
        recount.add(post("the daily example", "Obama Trump"));

        assertThat(recount.articles()).containsOnly(Map.entry("the daily example", 2L));
        assertThat(recount.entities())
                .hasSize(3)
                .containsEntry(person("obama"), new Mentioned(3, 2))
                .containsEntry(person("trump"), new Mentioned(1, 1));
    }

    @Test
    void aNameOverItsLimitCountsNowhere() {
        var recount = new Recount(text -> List.of(new Mention(EntityType.PERSON, 0, 201)));

        recount.add(post("P", "x".repeat(201)));

        assertThat(recount.entities()).isEmpty();
        assertThat(recount.articles()).containsKey("p");
    }

    private static EntityKey person(String word) {
        return new EntityKey("the daily example", EntityType.PERSON, word);
    }

    private static Post post(String publication, String content) {
        return new Post("id", publication, content, null, null, null);
    }
}
