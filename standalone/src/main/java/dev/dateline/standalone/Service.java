package dev.dateline.standalone;

import dev.dateline.explorer.ExplorerService;
import dev.dateline.extractor.ExtractorService;
import dev.dateline.gateway.GatewayService;
import dev.dateline.saver.SaverService;
import java.util.Locale;

/** The four services, in the order in which they end: nothing new comes in, then what is under way gets further. */
enum Service {
    GATEWAY(GatewayService.class),
    EXTRACTOR(ExtractorService.class),
    SAVER(SaverService.class),
    EXPLORER(ExplorerService.class);

    private final Class<?> main;

    Service(Class<?> main) {
        this.main = main;
    }

    Class<?> main() {
        return main;
    }

    /** As in {@code gateway-service}: its folder, its configuration file, its name in a message. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }
}
