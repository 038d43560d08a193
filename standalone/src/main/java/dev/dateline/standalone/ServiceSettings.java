package dev.dateline.standalone;

import java.util.ArrayList;
import java.util.List;

/** What each service is told here, as the command line of its own process would. */
record ServiceSettings(StandaloneOptions options, DataFolder folder, BrokerPorts ports, KeyFile keys) {

    /** The most threads that can share the work of one step; more would wait longer for a start and a recovery. */
    private static final int PARTITIONS = Integer.getInteger("dateline.standalone.partitions", 4);

    /** A full disk kills the embedded broker without its shutdown hooks, so the gateway stops taking posts before. */
    private static final String MIN_FREE = System.getProperty("dateline.standalone.min-free", "512MB");

    String[] of(Service service) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=" + service,
                "--spring.main.banner-mode=off",
                // The standalone has one of its own, which ends the services in order.
                "--spring.main.register-shutdown-hook=false",
                "--spring.kafka.bootstrap-servers=" + ports.bootstrapServers()));
        arguments.addAll(
                switch (service) {
                    case GATEWAY -> gateway();
                    case EXTRACTOR -> extractor();
                    case SAVER -> saver();
                    case EXPLORER -> explorer();
                });
        return arguments.toArray(String[]::new);
    }

    private List<String> gateway() {
        return List.of(
                "--server.address=" + Loopback.ADDRESS,
                "--server.port=" + options.port(),
                "--dateline.gateway.key-file=" + keys.path(),
                // One user, on this machine: the service's own log is for what matters.
                "--dateline.gateway.access-log=false",
                "--dateline.gateway.partitions=" + PARTITIONS,
                "--dateline.gateway.room.folder=" + folder.path(),
                "--dateline.gateway.room.min-free=" + MIN_FREE);
    }

    private List<String> extractor() {
        return List.of(
                "--spring.main.web-application-type=none",
                "--dateline.extractor.concurrency=" + options.extractors(),
                "--dateline.extractor.batch-size=" + options.batchSize(),
                // One instance; the machine's name, the default, may change from one start to the next.
                "--dateline.extractor.transaction-prefix=extractor-",
                "--dateline.extractor.partitions=" + PARTITIONS);
    }

    private List<String> saver() {
        return List.of(
                "--spring.main.web-application-type=none",
                "--dateline.saver.concurrency=" + options.savers(),
                "--dateline.saver.partitions=" + PARTITIONS,
                "--dateline.saver.store.type=" + options.store(),
                "--dateline.saver.store.file=" + folder.database());
    }

    private List<String> explorer() {
        return List.of(
                "--server.address=" + Loopback.ADDRESS,
                "--server.port=" + options.explorerPort(),
                "--dateline.explorer.store.type=" + options.store(),
                "--dateline.explorer.store.file=" + folder.database());
    }
}
