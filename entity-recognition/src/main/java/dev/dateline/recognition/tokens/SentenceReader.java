package dev.dateline.recognition.tokens;

import dev.dateline.recognition.crf.Sentence;
import dev.dateline.recognition.crf.Words;
import java.util.function.Consumer;

/** Reads a text sentence by sentence. For one thread at a time. */
public final class SentenceReader {

    private final Tokenizer tokenizer;
    private final SentenceSplitter splitter;

    private SentenceReader(ChunkMemo memo, Words words, Consumer<Sentence> sentences) {
        splitter = new SentenceSplitter(new Sentence(words), sentences);
        tokenizer = new Tokenizer(memo, words, splitter);
    }

    /** What makes readers that share what they remember. */
    public static Factory factory(Words words, int capacity) {
        return new SharedMemory(new ChunkMemo(capacity), words);
    }

    /**
     * Passes on each sentence of a text, in order; it is not to be kept.
     *
     * @param length how much of the array is text; its last character is a space
     */
    public void read(char[] text, int length) {
        splitter.start();
        tokenizer.tokenize(text, length);
        splitter.finish();
    }

    /** Makes readers that share what they remember. */
    public interface Factory {

        SentenceReader reader(Consumer<Sentence> sentences);

        /** Chunks of text that were looked up so far. */
        long lookups();

        /** Those of them that were not known, and were lexed. */
        long misses();
    }

    private record SharedMemory(ChunkMemo memo, Words words) implements Factory {

        @Override
        public SentenceReader reader(Consumer<Sentence> sentences) {
            return new SentenceReader(memo, words, sentences);
        }

        @Override
        public long lookups() {
            return memo.lookups();
        }

        @Override
        public long misses() {
            return memo.misses();
        }
    }
}
