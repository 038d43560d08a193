package dev.dateline.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.EntityType;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In a JVM of its own, which also shows what the module needs at run time: CoreNLP and the shared model, nothing more. */
class SilenceTest {

    @Test
    void printsNothing() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(EntityRecognizer.class, EntityType.class, CoreLabel.class, SilenceTest.class),
                        SilenceTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).isEmpty();
    }

    private static String classPath(Class<?>... oneOfEach) {
        return Stream.of(oneOfEach).map(SilenceTest::origin).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails unless a name is found; the rest of the text is what the tokeniser would warn of. */
    public static void main(String[] args) {
        String text = "Angela Merkel went to Paris \0 \uD83D \uE000 \uFFFF \u0378 \uFEFF \u202E x.";
        if (EntityRecognizer.load().recognize(text).isEmpty()) {
            throw new AssertionError("found nothing");
        }
    }
}
