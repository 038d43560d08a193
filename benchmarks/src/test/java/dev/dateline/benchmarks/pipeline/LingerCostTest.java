package dev.dateline.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LingerCostTest {

    private static final StoreRows ARTICLE = new StoreRows("p", Set.of("p", "p PERSON:a", "p PERSON:b"));
    private static final StoreRows ANOTHER = new StoreRows("p", Set.of("p", "p PERSON:b", "p PERSON:c"));

    @Test
    void whatComesWithinTheLingerIsWrittenOnce() {
        // Ten articles are two seconds: two commits of three rows and the ledger.
        double writes =
                LingerCost.writesPerArticle(Collections.nCopies(10, ARTICLE), Duration.ofSeconds(1), Integer.MAX_VALUE);

        assertThat(writes).isEqualTo(8 / 10.0);
    }

    @Test
    void aCommitThatIsFullEndsEarlier() {
        // Four rows and the ledger are five; with a limit of four, each article has a commit of its own.
        assertThat(LingerCost.writesPerArticle(List.of(ARTICLE, ANOTHER), Duration.ofSeconds(10), 5))
                .isEqualTo(5 / 2.0);
        assertThat(LingerCost.writesPerArticle(List.of(ARTICLE, ANOTHER), Duration.ofSeconds(10), 4))
                .isEqualTo(8 / 2.0);
    }
}
