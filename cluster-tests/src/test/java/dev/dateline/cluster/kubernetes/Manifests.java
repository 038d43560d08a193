package dev.dateline.cluster.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;
import org.yaml.snakeyaml.Yaml;

/**
 * What an overlay comes to.
 *
 * @param trees a manifest each, as maps, lists and scalars
 */
record Manifests(List<Map<String, Object>> trees) {

    private static final Path FOLDER = Path.of("../k8s");

    /** Rendered once, and parsed for each test: one of them changes what it reads. */
    private static final Map<String, String> RENDERED = new ConcurrentHashMap<>();

    /** Renders a folder of {@code k8s/}; skips the test where there is no kubectl. */
    static Manifests of(String folder) {
        var trees = new ArrayList<Map<String, Object>>();
        new Yaml().loadAll(RENDERED.computeIfAbsent(folder, Manifests::render)).forEach(tree -> trees.add(asMap(tree)));
        return new Manifests(trees);
    }

    private static String render(String folder) {
        var process = start(folder);
        try {
            String yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String problems = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 || !problems.isBlank()) {
                throw new AssertionError("kubectl kustomize " + folder + ": " + problems);
            }
            return yaml;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process start(String folder) {
        try {
            return new ProcessBuilder(
                            "kubectl", "kustomize", FOLDER.resolve(folder).toString())
                    .start();
        } catch (IOException e) {
            System.out.println("left out: Kubernetes' manifests (no kubectl to render them)");
            Assumptions.abort("no kubectl");
            throw new AssertionError(e);
        }
    }

    /** All manifests, as what they are. */
    List<Object> read() {
        return trees.stream().map(StrictReader::read).toList();
    }

    /** All of a kind, as what they are. */
    <T> List<T> read(Class<T> type) {
        return trees.stream()
                .filter(tree -> StrictReader.type(tree).equals(type))
                .map(StrictReader::read)
                .map(type::cast)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object tree) {
        return (Map<String, Object>) tree;
    }
}
