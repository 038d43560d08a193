package dev.dateline.cli;

import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Table;
import dev.dateline.cli.console.Terminal;
import dev.dateline.keys.ApiKey;
import dev.dateline.keys.ApiKeys;
import dev.dateline.keys.Scope;
import dev.dateline.keys.Secret;
import dev.dateline.standalone.KeyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "keys",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "API keys of a gateway, and of an explorer that needs some.",
            "What is changed holds within seconds, without a restart."
        })
final class KeysCommand {

    private final Terminal terminal;

    KeysCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Where the keys are. */
    static final class Place {

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Those of the up on DIR (default ./${DEFAULT-VALUE}).")
        private Path data = Path.of("dateline-data");

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description =
                        "Those in FILE instead, which a service knows as dateline.gateway.key-file or dateline.explorer.key-file.")
        private @Nullable Path file;

        KeyFile open() {
            return file == null ? KeyFile.in(data) : new KeyFile(file);
        }

        /** As {@link #read}, of a place that has to be there. */
        ApiKeys readExisting() {
            if (file != null && Files.notExists(file)) {
                throw Failure.failed("there is no file " + file);
            }
            if (Files.notExists(data) && file == null) {
                throw Failure.failed("there is no folder %s; --data or --file name another place".formatted(data));
            }
            return read();
        }

        ApiKeys read() {
            try {
                return open().read();
            } catch (IllegalArgumentException e) {
                throw Failure.failed(String.valueOf(e.getMessage()), e);
            }
        }
    }

    @Command(
            description = {
                "Makes a key and prints it, this once: the server keeps only its hash.",
                "To rotate one, add another under a new name, and end the old with revoke --in."
            })
    int add(
            @Mixin Place place,
            @Parameters(paramLabel = "NAME", description = "Whose it is: 1 to 40 of a-z 0-9 -") String name,
            @Option(
                            names = "--scope",
                            split = ",",
                            paramLabel = "SCOPE",
                            description = "What it opens: ${COMPLETION-CANDIDATES} (default submit).")
                    @Nullable
                    Set<Scope> scopes,
            @Option(
                            names = "--from",
                            paramLabel = "TIME",
                            description = "Not valid before, such as 2027-01-01T00:00:00Z.")
                    @Nullable
                    Instant from,
            @Option(names = "--until", paramLabel = "TIME", description = "Not valid from then on.") @Nullable
                    Instant until) {
        Instant now = Instant.now();
        if (place.read().named(name, now).isPresent()) {
            throw Failure.failed(
                    "there is a key \"%s\" already; revoke it first, or choose another name".formatted(name));
        }
        Secret secret = Secret.random(name);
        try {
            place.open().add(new ApiKey(name, secret.sha256(), scopes, from == null ? now : from, until));
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
        terminal.out().println(secret.reveal());
        return 0;
    }

    @Command(description = "Lists all keys, never their secrets.")
    int list(@Mixin Place place) {
        Instant now = Instant.now();
        var table = new Table("name", "state", "scopes", "from", "until");
        for (ApiKey key : place.readExisting().all()) {
            table.add(key.name(), state(key, now), scopes(key), orDash(key.from()), orDash(key.until()));
        }
        table.print(terminal);
        return 0;
    }

    @Command(description = "Ends a key: a gateway refuses it within 5 s.")
    int revoke(
            @Mixin Place place,
            @Parameters(paramLabel = "NAME", description = "Whose it is.") String name,
            @Option(
                            names = "--in",
                            paramLabel = "TIME",
                            description = "Not now but later, such as 24h: until then both the"
                                    + " old and a new key are valid.")
                    @Nullable
                    Duration in) {
        Instant now = Instant.now();
        if (place.readExisting().named(name, now).isEmpty()) {
            throw Failure.failed(
                    "there is no key \"%s\" in %s".formatted(name, place.open().path()));
        }
        place.open().end(name, in == null ? now : now.plus(in));
        return 0;
    }

    private static String state(ApiKey key, Instant now) {
        if (key.hasEnded(now)) {
            return "ended";
        }
        return key.isValid(now) ? "valid" : "not yet valid";
    }

    private static String scopes(ApiKey key) {
        Set<Scope> scopes = EnumSet.allOf(Scope.class);
        scopes.removeIf(scope -> !key.opens(scope));
        return String.join(",", scopes.stream().map(Scope::toString).toList());
    }

    private static String orDash(@Nullable Instant time) {
        return time == null ? "-" : time.toString();
    }
}
