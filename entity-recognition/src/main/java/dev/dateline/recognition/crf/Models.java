package dev.dateline.recognition.crf;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What the build compiled from CoreNLP's models.
 *
 * @param names finds people, organisations and places ({@code english.all.3class.distsim})
 * @param misc asked for MISC only ({@code english.conll.4class.distsim})
 */
public record Models(Lexicon lexicon, Crf names, Crf misc) {

    /** In the root of the module's jar. */
    public static final String FILE = "dateline-models.bin";

    /** Of the file's layout; compiled files of another version are made anew. */
    public static final int VERSION = 1;

    private static final int BUFFER_BYTES = 1 << 16;

    /** @throws UncheckedIOException if the file is not there, is damaged, or has another layout */
    public static Models load() {
        try (InputStream file = Models.class.getResourceAsStream("/" + FILE)) {
            if (file == null) {
                throw new FileNotFoundException("it is not there");
            }
            return read(new BufferedInputStream(file, BUFFER_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the models in %s: %s".formatted(FILE, e.getMessage()), e);
        }
    }

    static Models read(InputStream file) throws IOException {
        var in = new ModelInput(file);
        readSource(in);
        var models = new Models(Lexicon.read(in), Crf.read(in), Crf.read(in));
        in.check();
        return models;
    }

    /** What a file was compiled from. */
    public static String sourceOf(InputStream file) throws IOException {
        return readSource(new ModelInput(file));
    }

    private static String readSource(ModelInput in) throws IOException {
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("its layout is version %d, not %d".formatted(version, VERSION));
        }
        return in.readString();
    }

    /** @param source what the models were compiled from, for {@link #sourceOf} */
    public void write(String source, ModelOutput out) throws IOException {
        out.writeInt(VERSION);
        out.writeString(source);
        lexicon.write(out);
        names.write(out);
        misc.write(out);
    }
}
