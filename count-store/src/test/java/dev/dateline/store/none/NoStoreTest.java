package dev.dateline.store.none;

import static dev.dateline.store.Samples.person;
import static dev.dateline.store.Samples.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.store.CountStoreContract;
import dev.dateline.store.Position;
import dev.dateline.store.StoreSettings;
import org.junit.jupiter.api.Test;

class NoStoreTest extends CountStoreContract {

    @Override
    protected StoreSettings settings() {
        return new StoreSettings(StoreSettings.Type.NONE, null, null, null);
    }

    @Test
    void writesAreCountedMergedWithinACommit() {
        count(tally("The Daily Example", 1, person("Ada", 1)), tally("The Daily Example", 1, person("Ada", 1)));
        count();

        assertThat(((NoStore) store).writes()).isEqualTo(3 + 1);
    }

    @Test
    void allIsForgottenWhenTheLastIsClosed() {
        count(tally("The Daily Example", 1));
        store.close();
        assertThat(counts.totals().articles()).isEqualTo(1);

        counts.close();

        try (NoStore anew = NoStore.open()) {
            assertThat(anew.position(PARTITION)).isEqualTo(Position.START);
            assertThat(anew.totals().articles()).isZero();
        }
    }
}
