package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningInstanceTest {

    private static final URI URL = URI.create("http://127.0.0.1:1");
    private static final String KAFKA = "127.0.0.1:9092";

    @TempDir
    private Path data;

    @Test
    void isFoundWhileItsProcessLives() throws Exception {
        var here = new RunningInstance(ProcessHandle.current().pid(), URL, URL, data.resolve("api-key"), KAFKA);

        here.announce(data);

        assertThat(RunningInstance.in(data)).contains(here);
    }

    @Test
    void isNotThereWhenItRetractedOrNeverWas() throws Exception {
        new RunningInstance(ProcessHandle.current().pid(), URL, URL, data, KAFKA).announce(data);

        RunningInstance.retract(data);

        assertThat(RunningInstance.in(data)).isEmpty();
        assertThat(RunningInstance.in(data.resolve("no-such-folder"))).isEmpty();
    }

    @Test
    void isNotThereWhenAnotherProgramHasItsPid() throws Exception {
        new RunningInstance(ProcessHandle.current().pid(), URL, URL, data, KAFKA).announce(data);
        Path file = data.resolve("running.properties");

        Files.writeString(file, Files.readString(file).replaceAll("command=.*", "command=/bin/another"));

        assertThat(RunningInstance.in(data)).isEmpty();
    }
}
