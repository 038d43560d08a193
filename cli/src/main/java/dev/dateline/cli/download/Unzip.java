package dev.dateline.cli.download;

import dev.dateline.cli.console.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks a zip into a folder: nothing outside of it, and no more than a data set can be. */
public final class Unzip {

    /** A data set is some files, or one a day for some decades. */
    private static final int MOST_ENTRIES = 100_000;

    /** Text becomes a fifth; nothing that is worth reading grows a hundredfold. */
    private static final long MAX_RATIO = 100;

    /** A small zip of one dull table may. */
    private static final long FREE_BYTES = 64L * 1024 * 1024;

    private static final int BUFFER_SIZE = 64 * 1024;

    private final Path zip;
    private final Path folder;
    private final long most;
    private long written;

    private Unzip(Path zip, Path folder) throws IOException {
        this.zip = zip;
        this.folder = folder.toRealPath();
        this.most = Math.max(FREE_BYTES, MAX_RATIO * Files.size(zip));
    }

    /**
     * The files that were in the zip.
     *
     * @throws Failure if it is none, or would write where or more than it may
     */
    public static List<Path> unpack(Path zip, Path folder) throws IOException {
        return new Unzip(zip, folder).run();
    }

    private List<Path> run() throws IOException {
        var files = new ArrayList<Path>();
        try (var archive = new ZipFile(zip.toFile())) {
            if (archive.size() > MOST_ENTRIES) {
                throw Failure.failed("%s: more than %,d files".formatted(zip, MOST_ENTRIES));
            }
            Enumeration<? extends ZipEntry> entries = archive.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    files.add(write(archive, entry));
                }
            }
        } catch (ZipException e) {
            throw Failure.failed("%s: no zip (%s)".formatted(zip, e.getMessage()), e);
        }
        return files;
    }

    private Path write(ZipFile archive, ZipEntry entry) throws IOException {
        Path file = inside(entry.getName());
        try (InputStream in = archive.getInputStream(entry);
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER_SIZE];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                written += n;
                if (written > most) {
                    throw Failure.failed("%s: grows to more than %,d bytes; stopped".formatted(zip, most));
                }
                out.write(buffer, 0, n);
            }
        }
        return file;
    }

    /** Follows no link that leads out, either. */
    private Path inside(String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (file.equals(folder) || !file.startsWith(folder)) {
            throw Failure.failed("%s: \"%s\" would be outside of %s; stopped".formatted(zip, name, folder));
        }
        Path parent = Files.createDirectories(file.getParent());
        if (!parent.toRealPath().startsWith(folder) || Files.isSymbolicLink(file)) {
            throw Failure.failed("%s: \"%s\" goes through a link; stopped".formatted(zip, name));
        }
        return file;
    }
}
