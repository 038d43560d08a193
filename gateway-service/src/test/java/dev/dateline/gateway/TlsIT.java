package dev.dateline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/** What an operator switches on: TLS with HTTP/2, and CORS. */
class TlsIT {

    private static final String PASSWORD = "changeit";
    private static final String POST = "{\"publication\": \"P\", \"content\": \"c\", \"id\": \"tls\"}";

    @TempDir
    Path folder;

    @Test
    void aBundleMakesItHttpsWithHttp2() throws Exception {
        Path store = keyStore();
        TestBroker broker = TestBroker.cleared();
        try (var gateway = new TestGateway(
                broker,
                0,
                "--spring.ssl.bundle.jks.gateway.keystore.location=file:" + store,
                "--spring.ssl.bundle.jks.gateway.keystore.password=" + PASSWORD,
                "--server.ssl.bundle=gateway",
                "--dateline.gateway.cors-origins=https://desk.example")) {
            HttpResponse<String> answer = post(gateway.port(), store);

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("https://desk.example");
        }
        try (var plain = new TestGateway(broker, 0)) {
            plain.at(HttpMethod.OPTIONS, "/post/enqueue", null, null)
                    .header("Origin", "https://desk.example")
                    .header("Access-Control-Request-Method", "POST")
                    .exchange()
                    .expectHeader()
                    .doesNotExist("Access-Control-Allow-Origin");
        }
    }

    private HttpResponse<String> post(int port, Path store) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:%d/post/enqueue".formatted(port)))
                .header("Authorization", "Bearer " + TestGateway.KEY)
                .header("Content-Type", "application/json")
                .header("Origin", "https://desk.example")
                .POST(BodyPublishers.ofString(POST))
                .build();
        return HttpClient.newBuilder().sslContext(trusting(store)).build().send(request, BodyHandlers.ofString());
    }

    private Path keyStore() throws Exception {
        Path store = folder.resolve("gateway.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return store;
    }

    private static SSLContext trusting(Path store) throws Exception {
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            certificates.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null);
        trusted.setCertificateEntry("gateway", certificates.getCertificate("gateway"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
