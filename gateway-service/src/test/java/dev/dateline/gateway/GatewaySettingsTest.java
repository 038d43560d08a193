package dev.dateline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.keys.ApiKey;
import dev.dateline.keys.Scope;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class GatewaySettingsTest {

    private static final String KEY = "dateline.gateway.keys[0].name=wire";
    private static final String HASH = "dateline.gateway.keys[0].sha256=" + "0a".repeat(32);

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(WithSettings.class);

    @Test
    void hasADefaultForAll() {
        runner.run(context -> {
            var settings = context.getBean(GatewaySettings.class);

            assertThat(settings.maxContent()).isEqualTo(DataSize.ofBytes(262_144));
            assertThat(settings.sendTimeout()).hasSeconds(5);
            assertThat(settings.partitions()).isEqualTo(16);
            assertThat(settings.replicas()).isEqualTo((short) 1);
            assertThat(settings.room().isShort()).isFalse();
        });
    }

    @Test
    void bindsKeysAsTheEnvironmentNamesThem() {
        runner.withPropertyValues(
                        KEY,
                        HASH,
                        "dateline.gateway.keys[0].scopes=submit,admin",
                        "dateline.gateway.keys[0].until=2027-01-01T00:00:00Z",
                        "dateline.gateway.keys[1].name=other",
                        "dateline.gateway.keys[1].sha256=" + "0b".repeat(32))
                .run(context -> assertThat(
                                context.getBean(GatewaySettings.class).keys())
                        .containsExactly(
                                new ApiKey(
                                        "wire",
                                        "0a".repeat(32),
                                        Set.of(Scope.SUBMIT, Scope.ADMIN),
                                        null,
                                        Instant.parse("2027-01-01T00:00:00Z")),
                                new ApiKey("other", "0b".repeat(32), Set.of(Scope.SUBMIT), null, null)));
    }

    @Test
    void namesThePropertyThatIsWrong() {
        assertRefused("a key's name must be", "dateline.gateway.keys[0].name=a_b", HASH);
        assertRefused("the sha256 of the key \"wire\"", KEY, "dateline.gateway.keys[0].sha256=secret");
        assertRefused("dateline.gateway.limits", "dateline.gateway.limits.in-flight=0");
        assertRefused("dateline.gateway.max-content", "dateline.gateway.max-content=1MB");
        assertRefused("dateline.gateway.send-timeout", "dateline.gateway.send-timeout=0s");
        assertRefused("dateline.gateway.read-timeout", "dateline.gateway.read-timeout=5s");
        assertRefused("dateline.gateway.body-memory", "dateline.gateway.body-memory=1MB");
        assertRefused("dateline.gateway.partitions", "dateline.gateway.partitions=0");
        assertRefused("dateline.gateway.replicas", "dateline.gateway.replicas=0");
    }

    private void assertRefused(String message, String... properties) {
        runner.withPropertyValues(properties)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
    }

    @EnableConfigurationProperties(GatewaySettings.class)
    static class WithSettings {}
}
