package dev.dateline.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A store that can be made to behave badly for a while, in one way at a time; the calls return when it works again. */
interface TestedStore extends AutoCloseable {

    /** The settings that bring a saver to it. */
    List<String> ofSaver();

    /** The settings that bring the explorer to it, past all faults. */
    List<String> settingsOfExplorer();

    /** The arguments of an explorer on any port. */
    default String[] ofExplorer(String kafka) {
        return Stream.concat(
                        settingsOfExplorer().stream(),
                        Stream.of(
                                "--spring.config.name=explorer-service",
                                "--server.port=0",
                                "--spring.kafka.bootstrap-servers=" + kafka))
                .toArray(String[]::new);
    }

    /** Takes no commit until the given wait is over. */
    void isAway(Runnable wait);

    /** Takes seconds for each commit. */
    void isSlow(Duration time);

    /** Applies commits and does not answer. */
    void losesAnswers(Duration time);

    @Override
    void close();
}
