package dev.dateline.recognition.crf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ModelsTest {

    @Test
    void theFileHoldsBothModels() {
        Models models = Models.load();

        assertThat(models.names().labels()).containsExactlyInAnyOrder("O", "PERSON", "ORGANIZATION", "LOCATION");
        assertThat(models.misc().labels()).contains("O", "MISC");
    }

    @Test
    void refusesADamagedFile() throws IOException {
        byte[] file = file();
        file[file.length / 2]++;

        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessage("its checksum is wrong");
    }

    @Test
    void refusesAFileThatWasCutShort() throws IOException {
        byte[] file = file();

        assertThatThrownBy(() -> read(Arrays.copyOf(file, file.length - 1))).isInstanceOf(EOFException.class);
    }

    @Test
    void refusesAnotherLayout() throws IOException {
        byte[] file = file();
        file[3] = 99;

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("its layout is version 99, not " + Models.VERSION);
    }

    private static void read(byte[] file) throws IOException {
        Models.read(new ByteArrayInputStream(file));
    }

    private static byte[] file() throws IOException {
        try (InputStream in = ModelsTest.class.getResourceAsStream("/" + Models.FILE)) {
            return in.readAllBytes();
        }
    }
}
