package dev.dateline.system.faults;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Which faults strike, and when: all of it follows from a seed. */
final class Script {

    /** A fault, so long after the one before. */
    record Strike(Duration pause, Fault fault) {}

    private final List<Strike> strikes;
    private final boolean overlap;

    private Script(List<Strike> strikes, boolean overlap) {
        this.strikes = strikes;
        this.overlap = overlap;
    }

    /** Each of these in this order, when the one before is over. */
    static Script inTurn(Fault... faults) {
        return new Script(
                Arrays.stream(faults)
                        .map(fault -> new Strike(Duration.ZERO, fault))
                        .toList(),
                false);
    }

    /** Each of these, in any order, one on top of the other. */
    static Script of(Collection<Fault> faults, int longestPauseMillis, Random random) {
        var order = new ArrayList<>(faults);
        Collections.shuffle(order, random);
        return new Script(
                order.stream()
                        .map(fault -> strike(fault, longestPauseMillis, random))
                        .toList(),
                true);
    }

    /** Lets them strike one after the other; returns when all are over. */
    void run(Scene scene) {
        for (Strike strike : strikes) {
            Pause.of(strike.pause());
            System.out.printf("%s %s%n", LocalTime.now().truncatedTo(ChronoUnit.MILLIS), strike.fault());
            strike.fault().strike(scene);
            if (!overlap) {
                scene.awaitEndOfFaults();
            }
        }
        scene.awaitEndOfFaults();
    }

    /** How often each strikes. */
    Map<Fault, Long> counts() {
        var counts = new EnumMap<Fault, Long>(Fault.class);
        strikes.forEach(strike -> counts.merge(strike.fault(), 1L, Long::sum));
        return counts;
    }

    @Override
    public String toString() {
        return Arrays.toString(strikes.toArray());
    }

    private static Strike strike(Fault fault, int longestPauseMillis, Random random) {
        return new Strike(Duration.ofMillis(longestPauseMillis / 2 + random.nextInt(longestPauseMillis / 2)), fault);
    }
}
