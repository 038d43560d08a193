package dev.dateline.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.cli.console.Failure;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointsTest {

    private static final Path DATA = Path.of("no-such-folder");
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "DATELINE_URL", "http://gateway:1/",
            "DATELINE_EXPLORER_URL", "http://explorer:2",
            "DATELINE_API_KEY_FILE", "/key");

    @Test
    void anOptionComesBeforeTheEnvironment() {
        var endpoints = new Endpoints(ENVIRONMENT, DATA);

        assertThat(endpoints.gateway(URI.create("https://a"))).hasToString("https://a");
        assertThat(endpoints.apiKeyFile(Path.of("b"))).isEqualTo(Path.of("b"));
    }

    @Test
    void theEnvironmentComesBeforeTheDefault() {
        var endpoints = new Endpoints(ENVIRONMENT, DATA);

        assertThat(endpoints.gateway(null)).hasToString("http://gateway:1");
        assertThat(endpoints.explorer(null)).hasToString("http://explorer:2");
        assertThat(endpoints.apiKeyFile(null)).isEqualTo(Path.of("/key"));
    }

    @Test
    void whereNothingIsSaidAndNothingRunsItIsWhatUpWouldTake() {
        var endpoints = new Endpoints(Map.of(), DATA);

        assertThat(endpoints.gateway(null)).hasToString("http://127.0.0.1:8080");
        assertThat(endpoints.explorer(null)).hasToString("http://127.0.0.1:8081");
        assertThat(endpoints.apiKeyFile(null)).isEqualTo(DATA.resolve("api-key"));
    }

    @Test
    void whatIsNoAddressIsWrongUsage() {
        assertThatThrownBy(() -> new Endpoints(Map.of(), DATA).gateway(URI.create("localhost:8080")))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(2))
                .hasMessage("the URL must begin with http:// or https:// and name a host: localhost:8080");
    }
}
