package dev.dateline.recognition.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedTableTest {

    private final SharedTable<String> table = new SharedTable<>(64);

    @Test
    void anEntryIsWhereItsHashSays() {
        table.put(7, "seven");

        assertThat(entriesAt(7)).contains("seven");
    }

    @Test
    void entriesWithOneHashLieBesideEachOther() {
        for (int i = 0; i < SharedTable.WAYS; i++) {
            table.put(7, "seven " + i);
        }

        assertThat(entriesAt(7)).containsExactly("seven 0", "seven 1", "seven 2", "seven 3");
    }

    @Test
    void aFullSetGivesUpAnOldEntryForTheNewOne() {
        for (int i = 0; i <= SharedTable.WAYS; i++) {
            table.put(7, "seven " + i);
        }

        assertThat(entriesAt(7)).hasSize(SharedTable.WAYS).contains("seven 4");
    }

    @Test
    void holdsAsManyAsItWasMadeFor() {
        IntStream.range(0, 10_000).forEach(i -> table.put(i, "entry " + i));

        long held = IntStream.range(0, 10_000)
                .filter(i -> entriesAt(i).toList().contains("entry " + i))
                .count();
        assertThat(held).isEqualTo(64);
    }

    private Stream<String> entriesAt(long hash) {
        int first = table.firstSlot(hash);
        return IntStream.range(first, first + SharedTable.WAYS)
                .mapToObj(slot -> table.at(slot, hash))
                .filter(Objects::nonNull);
    }
}
