package dev.dateline.saver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.store.StoreSettings.Type;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SaverSettingsTest {

    @Test
    void withoutAnySettingTheCountsGoToSqliteFiveTimesASecond() {
        SaverSettings settings = bind(Map.of());

        assertThat(settings.store().type()).isEqualTo(Type.SQLITE);
        assertThat(settings.lingerOfStore()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.topics().partitions()).isEqualTo(16);
    }

    @Test
    void firestoreIsWrittenToEveryTenSeconds() {
        SaverSettings settings = bind(Map.of("dateline.saver.store.type", "firestore"));

        assertThat(settings.lingerOfStore()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void theLingerCanBeSet() {
        assertThat(bind(Map.of("dateline.saver.linger", "3s")).lingerOfStore()).isEqualTo(Duration.ofSeconds(3));
    }

    private static SaverSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("dateline.saver", SaverSettings.class);
    }
}
