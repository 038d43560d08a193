package dev.dateline.recognition.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.stanford.nlp.sequences.SeqClassifierFlags;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCompilerTest {

    private static final Path MODELS = Path.of("target/corenlp-models/edu/stanford/nlp/models/ner");
    private static final Path NAMES = MODELS.resolve("english.all.3class.distsim.crf.ser.gz");
    private static final Path MISC = MODELS.resolve("english.conll.4class.distsim.crf.ser.gz");
    private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

    @TempDir
    Path folder;

    @Test
    void doesNotCompileTheSameModelsAgain() throws Exception {
        Path file = compiledByTheBuild();
        Files.setLastModifiedTime(file, LONG_AGO);

        ModelCompiler.compile(NAMES, MISC, file);

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    }

    @Test
    void compilesOtherModelsAnewAndLeavesNothingElseBehind() throws Exception {
        Path file = compiledByTheBuild();
        Files.setLastModifiedTime(file, LONG_AGO);

        ModelCompiler.compile(MISC, MISC, file);

        assertThat(Files.getLastModifiedTime(file)).isNotEqualTo(LONG_AGO);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void namesTheFlagThatTheDecoderDoesNotImplementOrNeeds() throws Exception {
        SeqClassifierFlags flags = SerializedCrf.read(MISC).flags();
        flags.useTags = true;

        assertThatThrownBy(() -> SupportedFlags.check(flags))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessage("the decoder does not implement useTags=true");

        flags.useTags = false;
        flags.useDisjunctive = false;

        assertThatThrownBy(() -> SupportedFlags.check(flags))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessage("the decoder does not implement useDisjunctive=false");
    }

    private Path compiledByTheBuild() throws Exception {
        Path file = folder.resolve("models.bin");
        try (InputStream compiled = ModelCompilerTest.class.getResourceAsStream("/dateline-models.bin")) {
            Files.copy(compiled, file);
        }
        return file;
    }
}
