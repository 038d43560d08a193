package dev.dateline.cli.client;

import dev.dateline.cli.console.Failure;
import dev.dateline.standalone.RunningInstance;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where Dateline answers: what an option says, else the environment, else the {@code up} on the data folder, else what
 * {@code up} takes without options.
 */
public final class Endpoints {

    private static final URI GATEWAY = URI.create("http://127.0.0.1:8080");
    private static final URI EXPLORER = URI.create("http://127.0.0.1:8081");

    private static final String KAFKA = "127.0.0.1:9092";

    private final Map<String, String> environment;
    private final Path data;

    public Endpoints(Map<String, String> environment, Path data) {
        this.environment = environment;
        this.data = data;
    }

    /** Of this process, with {@code up}'s default folder. */
    public static Endpoints ofProcess() {
        return new Endpoints(System.getenv(), Path.of("dateline-data"));
    }

    /** Where posts are sent. */
    public URI gateway(@Nullable URI chosen) {
        return service(chosen, "DATELINE_URL", RunningInstance::gateway, GATEWAY);
    }

    /** Where counts are read. */
    public URI explorer(@Nullable URI chosen) {
        return service(chosen, "DATELINE_EXPLORER_URL", RunningInstance::explorer, EXPLORER);
    }

    /** The file that holds the API key. */
    public Path apiKeyFile(@Nullable Path chosen) {
        String named = environment.get("DATELINE_API_KEY_FILE");
        if (chosen != null || named != null) {
            return chosen != null ? chosen : Path.of(named);
        }
        return running().map(RunningInstance::apiKeyFile).orElse(data.resolve("api-key"));
    }

    /** The file that holds the key to read counts; null where none was named, as an explorer on this machine needs none. */
    public @Nullable Path readKeyFile(@Nullable Path chosen) {
        String named = environment.get("DATELINE_API_KEY_FILE");
        return chosen != null || named == null ? chosen : Path.of(named);
    }

    /** Kafka's addresses, as its clients take them. */
    public String kafka(@Nullable String chosen) {
        String named = chosen == null ? environment.get("DATELINE_KAFKA") : chosen;
        return named == null ? running().map(RunningInstance::kafka).orElse(KAFKA) : named;
    }

    private URI service(
            @Nullable URI chosen, String variable, Function<RunningInstance, URI> ofInstance, URI otherwise) {
        String named = environment.get(variable);
        if (chosen == null && named == null) {
            return running().map(ofInstance).orElse(otherwise);
        }
        return chosen != null ? http(chosen, "the URL") : http(URI.create(named), variable);
    }

    private Optional<RunningInstance> running() {
        return RunningInstance.in(data);
    }

    private static URI http(URI uri, String origin) {
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw Failure.usage("%s must begin with http:// or https:// and name a host: %s".formatted(origin, uri));
        }
        return URI.create(uri.toString().replaceFirst("/+$", ""));
    }
}
