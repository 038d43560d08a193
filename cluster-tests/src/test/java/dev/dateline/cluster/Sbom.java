package dev.dateline.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The bill of materials in a service's jar. */
final class Sbom {

    private static final String FILE = "META-INF/sbom/application.cdx.json";

    private Sbom() {}

    /** Its text; empty if the jar has none. */
    static String of(InputStream jar) throws IOException {
        try (var zip = new ZipInputStream(jar)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(FILE)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            return "";
        }
    }
}
