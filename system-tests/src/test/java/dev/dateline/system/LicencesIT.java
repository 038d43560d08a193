package dev.dateline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dateline is under the GPL, 3.0 or later: whatever is linked to it must allow that. */
class LicencesIT {

    /** What the Free Software Foundation lists as compatible with the third version; as SPDX names them, or their owners do. */
    private static final Set<String> COMPATIBLE = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "MIT",
            "MIT-0",
            "ISC",
            "CC0-1.0",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "LGPL-3.0-only",
            "GPL-3.0-or-later",
            "GPL-3.0-only",
            "MPL-2.0",
            "UPL-1.0");

    /** Of libraries whose authors offer one of several licences, or write its name as no other does; each was read. */
    private static final Map<String, String> READ = Map.of(
            "edu.stanford.nlp:stanford-corenlp", "GPL-3.0-or-later",
            "jakarta.annotation:jakarta.annotation-api", "GPL-2.0 with the exception for what is linked to it",
            "javax.annotation:javax.annotation-api", "GPL-2.0 with the exception for what is linked to it",
            "com.google.re2j:re2j", "that of Go, which is BSD-3-Clause",
            "com.samskivert:jmustache", "BSD-3-Clause");

    @ParameterizedTest
    @ValueSource(strings = {"gateway-service", "extractor-service", "saver-service", "explorer-service", "cli"})
    void everythingThatIsLinkedAllowsTheGpl(String module) throws IOException {
        Path bill = Path.of("..", module, "target/classes/META-INF/sbom/application.cdx.json");
        Assumptions.assumeTrue(Files.exists(bill), "built with -Dquick");

        var others = new TreeMap<String, Set<String>>();
        for (JsonNode component :
                JsonMapper.shared().readTree(Files.readString(bill)).get("components")) {
            String name = component.path("group").asString() + ":"
                    + component.path("name").asString();
            Set<String> licences = licences(component);
            if (licences.stream().noneMatch(COMPATIBLE::contains) && !READ.containsKey(name)) {
                others.put(name, licences);
            }
        }

        assertThat(others).isEmpty();
    }

    /** Any of several is one's to choose. */
    private static Set<String> licences(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .flatMap(choice -> choice.has("expression")
                        ? Stream.of(choice.get("expression").asString().split(" OR "))
                        : Stream.of(choice.path("license")
                                .path("id")
                                .asString(choice.path("license").path("name").asString(""))))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
