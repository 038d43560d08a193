package dev.dateline.recognition.tokens;

import dev.dateline.recognition.cache.SharedTable;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The chunks that were met. Threads share it. */
final class ChunkMemo {

    /** A multiplier for hashes of characters, odd; Knuth's for linear congruential generators (MMIX). */
    private static final long MULTIPLIER = 6364136223846793005L;

    private final SharedTable<Chunk> chunks;
    private final LongAdder lookups = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** @param capacity chunks kept at most */
    ChunkMemo(int capacity) {
        chunks = new SharedTable<>(capacity);
    }

    /** The hash of a stretch of text with one more character. */
    static long append(long hash, char character) {
        return hash * MULTIPLIER + character;
    }

    /** What is known of a stretch of text; null if nothing is. */
    @Nullable
    Chunk find(long hash, LeftContext left, char[] text, int begin, int end) {
        int first = chunks.firstSlot(hash);
        for (int slot = first; slot < first + SharedTable.WAYS; slot++) {
            Chunk chunk = chunks.at(slot, hash);
            if (chunk != null && chunk.is(left, text, begin, end)) {
                return chunk;
            }
        }
        return null;
    }

    /**
     * Remembers the tokens of the chunk at {@code begin}.
     *
     * @param end of what {@link #find} is asked for first
     * @param read as far as the lexer read to find the tokens; not before {@code end}
     */
    void remember(LeftContext left, char[] text, int begin, int end, int read, List<Token> tokens) {
        long hash = 0;
        for (int i = begin; i < end; i++) {
            hash = append(hash, text[i]);
        }
        int known = end;
        while (known < read) {
            Chunk shorter = find(hash, left, text, begin, known);
            int more = shorter == null || shorter.isDecided() ? read - known : Math.min(shorter.more(), read - known);
            if (shorter == null || shorter.more() != more) {
                put(hash, left, text, begin, known, List.of(), more);
            }
            for (int i = known; i < known + more; i++) {
                hash = append(hash, text[i]);
            }
            known += more;
        }
        put(hash, left, text, begin, read, tokens, 0);
    }

    /** Counts the chunks of a text, and how many of them had to be lexed: once a text, so that no chunk pays for it. */
    void count(int looked, int missed) {
        lookups.add(looked);
        misses.add(missed);
    }

    long lookups() {
        return lookups.sum();
    }

    long misses() {
        return misses.sum();
    }

    private void put(long hash, LeftContext left, char[] text, int begin, int end, List<Token> tokens, int more) {
        chunks.put(hash, new Chunk(left, Arrays.copyOfRange(text, begin, end), tokens.toArray(Token[]::new), more));
    }
}
