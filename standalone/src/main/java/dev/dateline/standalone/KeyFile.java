package dev.dateline.standalone;

import dev.dateline.keys.ApiKey;
import dev.dateline.keys.ApiKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A file of API keys that a gateway watches: what is changed here holds there within seconds, without a restart. */
public final class KeyFile {

    private final Path path;

    /** The file at this path, which need not exist yet. */
    public KeyFile(Path path) {
        this.path = path;
    }

    /** The one of the {@code up} on a data folder. */
    public static KeyFile in(Path data) {
        return new KeyFile(data.resolve("keys.json"));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /**
     * All keys, ended ones too; none if there is no file.
     *
     * @throws IllegalArgumentException if it holds something else
     */
    public ApiKeys read() {
        try {
            return ApiKeys.parse(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            return new ApiKeys(List.of());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the keys in %s: %s".formatted(path, e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a key. */
    public void add(ApiKey key) {
        change(keys -> keys.with(key));
    }

    /** Lets the keys of this name end then. */
    public void end(String name, Instant end) {
        change(keys -> keys.ending(name, end));
    }

    private void change(UnaryOperator<ApiKeys> change) {
        ApiKeys changed = change.apply(read());
        try {
            SafeFile.write(path.toAbsolutePath(), changed.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
