package dev.dateline.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The one folder that everything durable lies under, held by one process at a time. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder if it is missing, and locks it until {@link #close()} or the end of the process, however it ends.
     *
     * @throws CannotStartException if it can't be written, or another process has it
     */
    static DataFolder open(Path path) {
        if (path.toString().indexOf(',') >= 0) {
            // Kafka would take it for a list of folders.
            throw new CannotStartException("a data folder's name has no comma: " + path, null);
        }
        try {
            Files.createDirectories(path);
            FileChannel lock = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!tryLock(lock)) {
                String pid = read(lock);
                lock.close();
                throw new CannotStartException("already running on %s (pid %s)".formatted(path, pid), null);
            }
            write(lock, Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(path.toAbsolutePath().normalize(), lock);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    static CannotStartException unusable(Path path, IOException e) {
        return new CannotStartException(
                "can't write to the data folder %s: %s".formatted(path, FileProblem.reason(e)), e);
    }

    Path path() {
        return path;
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path database() {
        return path.resolve("dateline.db");
    }

    Path logs() {
        return path.resolve("logs");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        return UTF_8.decode(pid.flip()).toString();
    }

    private static void write(FileChannel channel, String pid) throws IOException {
        channel.truncate(0);
        channel.write(UTF_8.encode(pid), 0);
    }
}
