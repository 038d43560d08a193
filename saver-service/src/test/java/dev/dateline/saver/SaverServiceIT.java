package dev.dateline.saver;

import static dev.dateline.saver.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.store.CountQueries;
import dev.dateline.store.CountStore;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.StoreSettings;
import dev.dateline.store.Stores;
import dev.dateline.topics.CannotGoOnException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

class SaverServiceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** After SIGTERM a service is gone by then. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** {@code onApplicationEvent} can't be a lambda's: its type is asked for. */
    private final Broken broken = new Broken();

    private TestBroker broker;
    private StoreSettings settings;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        broker = TestBroker.withNewTopics();
        settings = new StoreSettings(StoreSettings.Type.SQLITE, folder.resolve("test.db"), null, null);
    }

    @Test
    void savesHealthilyAndEndsWithinSeconds() {
        broker.commit(0, tally("One", "ann"));
        long stopped;
        try (ConfigurableApplicationContext service = run();
                CountQueries queries = Stores.openToRead(settings)) {
            await().atMost(PATIENCE).until(() -> queries.totals().mentions() == 1);
            HealthIndicator health = service.getBean("saverHealthIndicator", HealthIndicator.class);
            await().atMost(PATIENCE).until(() -> health.health().getStatus().equals(Status.UP));
            stopped = System.nanoTime();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(GRACE);
        assertThat(broken.reasons).isEmpty();
    }

    @Test
    void saysWhyItCannotGoOn() {
        try (CountStore store = Stores.openToWrite(settings)) {
            store.apply(new PartitionId("processed", 0), Position.START, new Position(1, "another"), List.of());
        }
        try (ConfigurableApplicationContext service = run()) {
            Object reason = await().atMost(PATIENCE).until(broken.reasons::peek, found -> found != null);

            assertThat(reason).isInstanceOf(CannotGoOnException.class);
            HealthIndicator health = service.getBean("saverHealthIndicator", HealthIndicator.class);
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        }
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(SaverService.class)
                .web(WebApplicationType.NONE)
                .listeners(broken)
                .run(
                        "--spring.config.name=saver-service",
                        "--spring.kafka.bootstrap-servers=" + broker.address(),
                        "--dateline.saver.partitions=" + TestBroker.PARTITIONS,
                        "--dateline.saver.store.type=sqlite",
                        "--dateline.saver.store.file=" + settings.file());
    }

    private static final class Broken implements ApplicationListener<AvailabilityChangeEvent<LivenessState>> {

        private final Queue<Object> reasons = new ConcurrentLinkedQueue<>();

        @Override
        public void onApplicationEvent(AvailabilityChangeEvent<LivenessState> event) {
            if (event.getState() == LivenessState.BROKEN) {
                reasons.add(event.getSource());
            }
        }
    }
}
