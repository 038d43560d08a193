package dev.dateline.recognition;

import dev.dateline.model.PostJson;
import dev.dateline.recognition.crf.Models;
import dev.dateline.recognition.crf.Words;
import dev.dateline.recognition.tokens.SentenceReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Finds the names in a text, mention for mention as stock Stanford CoreNLP does (docs/recognition.md says in which
 * configuration). Thread-safe: one serves all threads, and a text's mentions do not depend on the texts before it.
 */
public final class EntityRecognizer {

    /** Longest text, in bytes of UTF-8: what the gateway takes at most. */
    public static final int MAX_TEXT_BYTES = PostJson.DEFAULT_MAX_CONTENT_BYTES;

    /** No UTF-16 unit takes more bytes than this in UTF-8. */
    private static final int MOST_BYTES_PER_UNIT = 3;

    private final Models models;
    private final SentenceReader.Factory sentences;

    /** Those not in use; the last one used is the next, as its arrays are in the processor's cache. */
    private final ConcurrentLinkedDeque<TextReader> idle = new ConcurrentLinkedDeque<>();

    private EntityRecognizer(Models models, Memory memory) {
        this.models = models;
        sentences = SentenceReader.factory(new Words(models, memory.words()), memory.chunks());
    }

    /** Loads the models: some tenths of a second, and memory that is worth having once. */
    public static EntityRecognizer load() {
        return load(Memory.USUAL);
    }

    /** Loads the models, to remember more or less of what was read. */
    public static EntityRecognizer load(Memory memory) {
        return new EntityRecognizer(Models.load(), memory);
    }

    /**
     * The mentions in a text, in its order; they do not overlap. Any text will do, lone surrogates and NUL included.
     *
     * @throws IllegalArgumentException if it is longer than {@link #MAX_TEXT_BYTES}
     */
    public List<Mention> recognize(String text) {
        checkLength(text);
        TextReader reader = idle.pollFirst();
        if (reader == null) {
            reader = new TextReader(models, sentences);
        }
        List<Mention> mentions = reader.mentions(text);
        // Not after a failure: who knows what state it is in.
        idle.addFirst(reader);
        return mentions;
    }

    /** How often a chunk of text was looked up in what is remembered, since this was loaded. */
    public long lookups() {
        return sentences.lookups();
    }

    /** How many of the {@link #lookups} found nothing, so that the chunk was read anew. */
    public long misses() {
        return sentences.misses();
    }

    private static void checkLength(String text) {
        if (text.length() <= MAX_TEXT_BYTES / MOST_BYTES_PER_UNIT) {
            return;
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_TEXT_BYTES) {
            throw new IllegalArgumentException(
                    "a text has at most %,d bytes of UTF-8, not %,d".formatted(MAX_TEXT_BYTES, bytes));
        }
    }

    /**
     * How much of what was read is remembered, by all threads together, so as not to work it out again.
     *
     * @param words with their scores, at least 4
     * @param chunks of text with their tokens, at least 4
     */
    public record Memory(int words, int chunks) {

        /** Nearly all that 8,000 articles repeat, in at most 260 MB: docs/performance.md says what less costs. */
        static final Memory USUAL = new Memory(1 << 17, 1 << 19);
    }
}
