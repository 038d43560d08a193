package dev.dateline.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.dateline.model.EntityName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Compares the recogniser with stock CoreNLP over a whole CSV file with a column {@code content}: minutes, so on demand. */
@EnabledIfSystemProperty(named = "reference.articles", matches = ".+", disabledReason = "names no CSV file of articles")
class ReferenceArticlesTest {

    @Test
    void findsWhatStockCoreNlpFindsInEveryArticle() throws IOException {
        var reference = new ReferencePipeline();
        List<String> articles = articles(Path.of(System.getProperty("reference.articles")));

        var mentions = new LongAdder();
        long different = articles.parallelStream()
                .filter(text -> {
                    List<Mention> found = SharedRecognizer.INSTANCE.recognize(text);
                    mentions.add(counted(found, text));
                    return !found.equals(reference.recognize(text));
                })
                .count();

        System.out.printf("%d articles, %d mentions, %d differ%n", articles.size(), mentions.sum(), different);
        assertThat(different).isZero();
    }

    /** Without those that are too long to count. */
    private static long counted(List<Mention> mentions, String text) {
        return mentions.stream()
                .filter(mention -> EntityName.in(text, mention.begin(), mention.end()) != null)
                .count();
    }

    private static List<String> articles(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream unzipped = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(unzipped)) {
            return rows.stream().map(row -> row.getField("content")).toList();
        }
    }
}
