package dev.dateline.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RedrivenTest {

    @Test
    void nothingWasSentBackOfAPartitionThatNobodyCommitted() {
        assertThat(Redriven.of(null).contains(0)).isFalse();
    }

    @Test
    void readsBackWhatItCommits() {
        var redriven = new Redriven(7, Set.of(9L, 12L));

        assertThat(Redriven.of(redriven.toCommit())).isEqualTo(redriven);
        assertThat(LongStream.range(5, 14).filter(redriven::contains)).containsExactly(5L, 6L, 9L, 12L);
    }

    @Test
    void lettersOneAfterTheOtherMoveTheOffsetAndOthersAreRemembered() {
        var soFar = new RedrivenSoFar(new Redriven(2, Set.of(4L)));

        soFar.passed(2);
        soFar.passed(4);
        assertThat(soFar.now()).isEqualTo(new Redriven(5, Set.of()));

        soFar.stays();
        soFar.passed(8);
        assertThat(soFar.now()).isEqualTo(new Redriven(5, Set.of(8L)));
    }

    @Test
    void moreThanKafkaKeepsBesideAnOffsetDoesNotFit() {
        Set<Long> many = LongStream.range(1_000, 2_000).boxed().collect(Collectors.toSet());

        assertThat(new Redriven(7, Set.of(9L)).fitsItsPlace()).isTrue();
        assertThat(new Redriven(7, many).fitsItsPlace()).isFalse();
    }
}
