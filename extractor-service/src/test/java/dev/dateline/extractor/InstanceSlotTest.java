package dev.dateline.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceSlotTest {

    private final List<Process> processes = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void whoeverTakesAKilledOnesPlaceHasItsNumber() throws Exception {
        Process first = holder();
        String one = number(first);
        String two = number(holder());
        first.destroyForcibly().waitFor();
        String third = number(holder());

        assertThat(List.of(one, two, third)).containsExactly("0", "1", "0");
    }

    /** A process of its own, as the system's locks are a process's. */
    private Process holder() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        folderOf(InstanceSlot.class) + File.pathSeparator + folderOf(Holder.class),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }

    private static String number(Process holder) throws IOException {
        try (BufferedReader out = holder.inputReader()) {
            return out.readLine();
        }
    }

    private static String folderOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (InstanceSlot slot = InstanceSlot.in(Path.of(arguments[0]))) {
                System.out.println(slot.number());
                // Until it is killed, or its parent is gone.
                System.in.read();
            }
        }
    }
}
