package dev.dateline.recognition.crf;

import dev.dateline.recognition.cache.SharedTable;
import edu.stanford.nlp.process.AmericanizeFunction;
import java.util.function.UnaryOperator;

/** The words that were met, each looked up in the models once; the rarest fall out. Threads share it. */
public final class Words {

    /** Longer ones are made each time: a few of them could fill the memory. */
    private static final int LONGEST_KEPT = 64;

    /** The cluster of what is not there, where CoreNLP joins a missing value to a string. */
    private static final Hashed NO_CLUSTER = Hashed.of("null");

    /** The models were trained on American spelling; both name this function for it. */
    private static final UnaryOperator<String> SPELLING = new AmericanizeFunction()::apply;

    private final Lexicon lexicon;
    private final WordScorer names;
    private final WordScorer misc;
    private final SharedTable<Entry> known;
    private final Word padding;

    /** @param capacity words kept at most */
    public Words(Models models, int capacity) {
        lexicon = models.lexicon();
        names = new WordScorer(models.names());
        misc = new WordScorer(models.misc());
        known = new SharedTable<>(capacity);
        padding = new Word(
                "", Hashed.EMPTY, Hashed.EMPTY, true, names.scorePadding(NO_CLUSTER), misc.scorePadding(NO_CLUSTER));
    }

    /** What stands before and after a sentence. */
    Word padding() {
        return padding;
    }

    /** @param token as the tokeniser writes it */
    public Word word(String token) {
        int hash = token.hashCode();
        int first = known.firstSlot(hash);
        for (int slot = first; slot < first + SharedTable.WAYS; slot++) {
            Entry entry = known.at(slot, hash);
            if (entry != null && entry.token.equals(token)) {
                return entry.word;
            }
        }
        Word word = make(SPELLING.apply(token));
        if (token.length() <= LONGEST_KEPT) {
            known.put(hash, new Entry(token, word));
        }
        return word;
    }

    private Word make(String text) {
        Hashed spelling = Hashed.of(text);
        Hashed cluster = lexicon.cluster(text);
        return new Word(
                text,
                spelling,
                cluster,
                false,
                names.score(text, spelling, cluster),
                misc.score(text, spelling, cluster));
    }

    private record Entry(String token, Word word) {}
}
