package dev.dateline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class GatewaySettingsTest {

    private static final String KEY_HASH = "dateline.gateway.key-hashes=" + "0a".repeat(32);

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(WithSettings.class);

    @Test
    void hasADefaultForAllButTheKeys() {
        runner.withPropertyValues(KEY_HASH).run(context -> {
            var settings = context.getBean(GatewaySettings.class);

            assertThat(settings.maxContent()).isEqualTo(DataSize.ofBytes(262_144));
            assertThat(settings.sendTimeout()).hasSeconds(5);
            assertThat(settings.partitions()).isEqualTo(16);
            assertThat(settings.replicas()).isEqualTo((short) 1);
            assertThat(settings.room().isShort()).isFalse();
        });
    }

    @Test
    void refusesToBeWithoutKeys() {
        assertRefused("dateline.gateway.key-hashes is empty");
        assertRefused("dateline.gateway.key-hashes is empty", "dateline.gateway.key-hashes=");
    }

    @Test
    void namesThePropertyThatIsWrong() {
        assertRefused("dateline.gateway.key-hashes", "dateline.gateway.key-hashes=secret");
        assertRefused("dateline.gateway.key-hashes", "dateline.gateway.key-hashes=" + "0A".repeat(32));
        assertRefused("dateline.gateway.max-content", KEY_HASH, "dateline.gateway.max-content=1MB");
        assertRefused("dateline.gateway.send-timeout", KEY_HASH, "dateline.gateway.send-timeout=0s");
        assertRefused("dateline.gateway.partitions", KEY_HASH, "dateline.gateway.partitions=0");
        assertRefused("dateline.gateway.replicas", KEY_HASH, "dateline.gateway.replicas=0");
    }

    private void assertRefused(String message, String... properties) {
        runner.withPropertyValues(properties)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
    }

    @EnableConfigurationProperties(GatewaySettings.class)
    static class WithSettings {}
}
