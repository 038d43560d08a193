package dev.dateline.cli.demo;

import dev.dateline.cli.console.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A data folder that is gone afterwards. */
final class TemporaryHome implements AutoCloseable {

    /** Whoever is interrupted while it starts may still write for a moment. */
    private static final int MOST_TRIES = 20;

    private static final int PAUSE_MS = 100;

    private final Path folder;

    private TemporaryHome(Path folder) {
        this.folder = folder;
    }

    static TemporaryHome make() {
        try {
            return new TemporaryHome(Files.createTempDirectory("dateline-demo-"));
        } catch (IOException e) {
            throw Failure.failed("no temporary folder can be made (%s)".formatted(e.getMessage()), e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Harmless when it is gone already. */
    @Override
    public void close() {
        try {
            for (int tries = 1; Files.exists(folder) && !isRemoved(tries == MOST_TRIES); tries++) {
                Thread.sleep(PAUSE_MS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s can't be removed".formatted(folder), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isRemoved(boolean isLastTry) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : innermostFirst) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (DirectoryNotEmptyException | UncheckedIOException e) {
            if (isLastTry) {
                throw e;
            }
            return false;
        }
    }
}
