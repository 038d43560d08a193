package dev.dateline.recognition.crf;

import edu.stanford.nlp.process.WordShapeClassifier;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The cluster of words that occur in like places ("distributional similarity", Clark 2003), which both models share: half
 * a million words, known by the hash of their spelling only. Sorted: it is asked only for words not met before.
 */
public final class Lexicon {

    private final long[] words;
    private final short[] clusterOfWord;
    private final List<String> names;
    private final Hashed[] clusters;

    private record Word(long hash, String cluster) {}

    private Lexicon(long[] words, short[] clusterOfWord, List<String> names) {
        this.words = words;
        this.clusterOfWord = clusterOfWord;
        this.names = names;
        clusters = names.stream().map(Hashed::of).toArray(Hashed[]::new);
    }

    /**
     * @param lexicon the cluster of each word
     * @param unknown the cluster of every other word
     * @throws IllegalStateException if two words have the same hash
     */
    public static Lexicon of(Map<String, String> lexicon, String unknown) {
        List<String> names = lexicon.values().stream()
                .filter(name -> !name.equals(unknown))
                .distinct()
                .sorted()
                .toList();
        List<Word> sorted = lexicon.entrySet().stream()
                .map(word -> new Word(Hashed.of(word.getKey()).hash(), word.getValue()))
                .sorted(Comparator.comparingLong(Word::hash))
                .toList();
        long[] words = new long[sorted.size()];
        short[] clusters = new short[words.length];
        for (int i = 0; i < words.length; i++) {
            Word word = sorted.get(i);
            if (i > 0 && word.hash == words[i - 1]) {
                throw new IllegalStateException("two words have the same hash: change its base");
            }
            words[i] = word.hash;
            // What is not among the names is the unknown one, which comes first.
            clusters[i] = (short) Math.max(0, 1 + Collections.binarySearch(names, word.cluster));
        }
        return new Lexicon(
                words,
                clusters,
                Stream.concat(Stream.of(unknown), names.stream()).toList());
    }

    /** The name of a word's cluster; case and which digits it has make no difference. */
    Hashed cluster(String word) {
        String key = WordShapeClassifier.wordShape(word.toLowerCase(), WordShapeClassifier.WORDSHAPEDIGITS);
        int found = Arrays.binarySearch(words, Hashed.of(key).hash());
        return clusters[found < 0 ? 0 : clusterOfWord[found]];
    }

    void write(ModelOutput out) throws IOException {
        out.writeStrings(names);
        out.writeLongs(words);
        out.writeShorts(clusterOfWord);
    }

    static Lexicon read(ModelInput in) throws IOException {
        List<String> names = in.readStrings();
        return new Lexicon(in.readLongs(), in.readShorts(), names);
    }
}
