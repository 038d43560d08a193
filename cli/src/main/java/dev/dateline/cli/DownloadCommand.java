package dev.dateline.cli;

import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Progress;
import dev.dateline.cli.console.Terminal;
import dev.dateline.cli.download.Download;
import dev.dateline.cli.download.Unzip;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "download",
        description = {
            "Gets data sets: goes on where it broke off, and unpacks a zip into the same folder.",
            "Prints each file's name."
        })
final class DownloadCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "URL", description = "http or https.")
    private List<URI> urls = List.of();

    @Option(names = "--to", paramLabel = "DIR", description = "Where to (default: here).")
    private Path folder = Path.of(".");

    @Option(
            names = "--sha256",
            split = ",",
            paramLabel = "HEX",
            description = "What each file must have, in the URLs' order.")
    private List<String> sha256 = List.of();

    private final Terminal terminal;

    DownloadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!sha256.isEmpty() && sha256.size() != urls.size()) {
            throw Failure.usage("--sha256: one for each URL, not %d for %d".formatted(sha256.size(), urls.size()));
        }
        for (URI url : urls) {
            if (!List.of("http", "https").contains(url.getScheme()) || url.getHost() == null) {
                throw Failure.usage("%s: must begin with http:// or https://".formatted(url));
            }
        }
        Files.createDirectories(folder);
        for (int i = 0; i < urls.size(); i++) {
            get(urls.get(i), sha256.isEmpty() ? "" : sha256.get(i)).forEach(terminal.out()::println);
        }
        return 0;
    }

    private List<Path> get(URI url, String hash) throws IOException {
        try (var progress = new Progress(terminal, "bytes")) {
            Path file = new Download(url, folder, progress).run(hash);
            return isZip(file) ? Unzip.unpack(file, folder) : List.of(file);
        } catch (InterruptedException e) {
            throw Failure.interrupted(e);
        }
    }

    private static boolean isZip(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }
}
