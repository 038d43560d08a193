package dev.dateline.explorer;

import dev.dateline.model.Topics;
import dev.dateline.store.CountQueries;
import dev.dateline.store.PartitionId;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Up while the store answers: its smallest question, one row. */
@Component
class StoreHealth extends AbstractHealthIndicator {

    private static final PartitionId ANY = new PartitionId(Topics.PROCESSED, 0);

    private final CountQueries queries;

    StoreHealth(CountQueries queries) {
        super("the store does not answer");
        this.queries = queries;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        queries.position(ANY);
        builder.up();
    }
}
