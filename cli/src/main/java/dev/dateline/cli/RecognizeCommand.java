package dev.dateline.cli;

import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Table;
import dev.dateline.cli.console.Terminal;
import dev.dateline.model.EntityType;
import dev.dateline.model.Text;
import dev.dateline.recognition.EntityRecognizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "recognize", description = "Shows the names in a text; needs nothing that runs.")
final class RecognizeCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    private enum Format {
        TABLE,
        NDJSON
    }

    /** The offsets are UTF-16 units, the end is exclusive. */
    record Found(EntityType type, int begin, int end, String surface) {}

    @Parameters(paramLabel = "FILE", description = "A text in UTF-8; - is standard input.")
    private String file = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or ndjson.")
    private Format format = Format.TABLE;

    private final Terminal terminal;
    private final InputStream input;

    RecognizeCommand(Terminal terminal, InputStream input) {
        this.terminal = terminal;
        this.input = input;
    }

    @Override
    public Integer call() {
        String text = read();
        List<Found> found = EntityRecognizer.load().recognize(text).stream()
                .map(m -> new Found(m.type(), m.begin(), m.end(), Text.oneSpaced(text, m.begin(), m.end())))
                .toList();
        if (format == Format.NDJSON) {
            found.forEach(name -> terminal.out().println(JSON.writeValueAsString(name)));
        } else {
            var table = new Table("type", "begin", "end", "surface");
            found.forEach(name -> table.add(name.type, name.begin, name.end, name.surface));
            table.print(terminal);
        }
        return 0;
    }

    private String read() {
        try {
            byte[] bytes = file.equals("-") ? input.readAllBytes() : Files.readAllBytes(Path.of(file));
            if (bytes.length > EntityRecognizer.MAX_TEXT_BYTES) {
                throw Failure.failed("%s: a text has at most %,d bytes, not %,d"
                        .formatted(file, EntityRecognizer.MAX_TEXT_BYTES, bytes.length));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw Failure.usage(file + ": no such file");
        } catch (IOException e) {
            throw Failure.failed("%s: can't be read (%s)".formatted(file, e.getMessage()), e);
        }
    }
}
