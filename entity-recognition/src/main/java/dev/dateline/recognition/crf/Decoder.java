package dev.dateline.recognition.crf;

import java.util.function.Function;

/**
 * Finds the best labels of a sentence by one model: the sequence whose features have the largest sum of weights (Viterbi
 * 1967). Sums are of floats in doubles, as CoreNLP's. For one thread at a time: it keeps its arrays.
 */
public final class Decoder {

    /** How far the same word is looked for, as in {@code NERFeatureFactory}. */
    private static final int NEAREST_OCCURRENCE = 3;

    private static final int FARTHEST_OCCURRENCE = 150;

    /** Features of one label that join two or three tokens, and those of a pair. */
    private static final int JOINING = 7;

    private static final int JOINING_PAIRS = 3;

    private final Crf crf;
    private final Function<Word, WordScores> scores;
    private final WordScores.Layout layout;
    private final FeatureTable features;
    private final FeatureTable.Questions joining;
    private final FeatureTable.Questions joiningPairs;
    private final int labels;
    private final int pairs;

    private final int noOccurrencePattern;
    private final int occursAfter;
    private final int occursBefore;

    /** Of the current word, for each label, and for each pair of the previous word's label and its own. */
    private final double[] label;

    private final double[] pair;
    private final double[] unseen;
    private final int[] counted = new int[Crf.MAX_REACH];

    /** This model's view of the sentence and of the padding around it, from {@link Sentence#MARGIN} on. */
    private WordScores[] words = new WordScores[0];

    private double[] best;
    private double[] bestBefore;
    private byte[] cameFrom = new byte[0];

    private Decoder(Crf crf, Function<Word, WordScores> scores) {
        this.crf = crf;
        this.scores = scores;
        labels = crf.labels().size();
        pairs = labels * labels;
        layout = WordScores.Layout.of(labels);
        features = crf.features();
        joining = features.new Questions(JOINING);
        joiningPairs = crf.pairFeatures().new Questions(JOINING_PAIRS);
        noOccurrencePattern = features.position(Templates.NO_OCCURRENCE_PATTERN.hash());
        occursAfter = features.position(Templates.OCCURS_AFTER.hash());
        occursBefore = features.position(Templates.OCCURS_BEFORE.hash());
        label = new double[labels];
        pair = new double[pairs];
        unseen = new double[pairs];
        crf.unseenPairs().forEach(unseenPair -> unseen[unseenPair] = Double.NEGATIVE_INFINITY);
        best = new double[labels];
        bestBefore = new double[labels];
    }

    /** One that finds people, organisations and places. */
    public static Decoder ofNames(Models models) {
        return new Decoder(models.names(), word -> word.names);
    }

    /** One that finds the rest. */
    public static Decoder ofMisc(Models models) {
        return new Decoder(models.misc(), word -> word.misc);
    }

    /**
     * Labels a sentence.
     *
     * @param found takes the number of each word's label; at least as long as the sentence
     */
    public void decode(Sentence sentence, byte[] found) {
        int size = sentence.size();
        if (cameFrom.length < size * labels) {
            cameFrom = new byte[size * labels * 2];
        }
        look(sentence);
        for (int i = 0; i < size; i++) {
            askForJoining(sentence, i);
            addWords(sentence, i);
            joining.answer(label);
            joiningPairs.answer(pair);
            step(i);
        }
        int last = 0;
        for (int to = 1; to < labels; to++) {
            if (best[to] > best[last]) {
                last = to;
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            found[i] = (byte) last;
            last = cameFrom[i * labels + last];
        }
    }

    private void look(Sentence sentence) {
        int length = sentence.size() + 2 * Sentence.MARGIN;
        if (words.length < length) {
            words = new WordScores[length * 2];
        }
        for (int i = 0; i < length; i++) {
            words[i] = scores.apply(sentence.word(i - Sentence.MARGIN));
        }
    }

    private WordScores word(int index) {
        return words[index + Sentence.MARGIN];
    }

    /** Extends the best sequences that end in each label of the previous word by one word. */
    private void step(int index) {
        double[] before = best;
        double[] after = bestBefore;
        if (index == 0) {
            System.arraycopy(pair, crf.background() * labels, after, 0, labels);
            for (int to = 0; to < labels; to++) {
                after[to] += label[to];
            }
        } else {
            for (int to = 0; to < labels; to++) {
                double most = Double.NEGATIVE_INFINITY;
                int from = 0;
                for (int previous = 0; previous < labels; previous++) {
                    double score = before[previous] + pair[previous * labels + to];
                    if (score > most) {
                        most = score;
                        from = previous;
                    }
                }
                after[to] = most + label[to];
                cameFrom[index * labels + to] = (byte) from;
            }
        }
        best = after;
        bestBefore = before;
    }

    /** All features that join a word to its neighbours. */
    private void askForJoining(Sentence sentence, int i) {
        Word word = sentence.word(i);
        Word previous = sentence.word(i - 1);
        Word next = sentence.word(i + 1);
        Hashed shape = word(i).shape();
        Hashed previousShape = word(i - 1).shape();
        Hashed nextShape = word(i + 1).shape();
        long shapeAndDots = Templates.DOTS.after(shape);
        long bothShapes = shape.after(Templates.DOTS.after(previousShape));
        joining.ask(Templates.PREVIOUS_WORD_AND_SHAPE.after(shape.after(Templates.DOTS.after(previous.spelling))));
        joining.ask(Templates.SHAPE_AND_NEXT_WORD.after(next.spelling.after(shapeAndDots)));
        joining.ask(Templates.PREVIOUS_SHAPE_AND_SHAPE.after(bothShapes));
        joining.ask(Templates.SHAPE_AND_NEXT_SHAPE.after(nextShape.after(shapeAndDots)));
        joining.ask(Templates.THREE_SHAPES.after(nextShape.after(Templates.DOTS.after(bothShapes))));
        if (!previous.real) {
            Hashed real = sentence.word(i - 2).spelling;
            joining.ask(Templates.LAST_REAL_WORD_AND_SHAPE.after(shape.after(Templates.DOTS.after(real))));
        }
        if (!next.real) {
            Hashed real = sentence.word(i + 2).spelling;
            joining.ask(Templates.NEXT_REAL_WORD_AND_SHAPE.after(shape.after(Templates.DOTS.after(real))));
        }
        joiningPairs.ask(Templates.PAIR_WORDS.after(word.spelling.after(Templates.DASH.after(previous.spelling))));
        joiningPairs.ask(Templates.PAIR_CLUSTERS.after(word.cluster.after(Templates.DASH.after(previous.cluster))));
        joiningPairs.ask(Templates.PAIR_SHAPES.after(shape.after(Templates.DASH.after(previousShape))));
    }

    /** All features of single words: this one, its neighbours, those within reach. */
    private void addWords(Sentence sentence, int i) {
        double[] here = word(i).here();
        double[] around = word(i).around();
        double[] previous = word(i - 1).around();
        double[] next = word(i + 1).around();
        for (int to = 0; to < labels; to++) {
            label[to] = here[to] + previous[layout.asPrevious() + to] + next[layout.asNext() + to];
        }
        for (int k = 0; k < pairs; k++) {
            pair[k] = unseen[k]
                    + around[layout.pairHere() + k]
                    + previous[layout.pairAsPrevious() + k]
                    + next[layout.pairAsNext() + k];
        }
        addOccurrences(sentence, i);
        addNext(i);
        addPrevious(i);
    }

    /** Whether what may be a name between lower-case words occurs again near by. */
    private void addOccurrences(Sentence sentence, int i) {
        Word word = sentence.word(i);
        Word previous = sentence.word(i - 1);
        Word next = sentence.word(i + 1);
        boolean mayBeName =
                word.nameCase && next.lowerCase && next.hasLetter && previous.hasLetter && !previous.padding;
        if (!mayBeName) {
            add(noOccurrencePattern);
            return;
        }
        int last = Math.min(sentence.size(), i + FARTHEST_OCCURRENCE) - 1;
        if (occurs(word, sentence, i + NEAREST_OCCURRENCE, last)) {
            add(occursAfter);
        }
        int first = Math.max(-1, i - FARTHEST_OCCURRENCE) + 1;
        if (occurs(word, sentence, first, i - NEAREST_OCCURRENCE)) {
            add(occursBefore);
        }
    }

    private static boolean occurs(Word word, Sentence sentence, int first, int last) {
        for (int i = first; i <= last; i++) {
            Word other = sentence.word(i);
            if (other == word || other.text.equals(word.text)) {
                return true;
            }
        }
        return false;
    }

    private void add(int position) {
        if (position != FeatureTable.NONE) {
            features.addAt(position, label, 0);
        }
    }

    /** Which words come within reach; each counts once. */
    private void addNext(int i) {
        int distinct = 0;
        for (int distance = 1; distance <= crf.reach(); distance++) {
            WordScores other = word(i + distance);
            if (isNew(other.amongNext(), distinct)) {
                counted[distinct++] = other.amongNext();
                addAround(other, layout.amongNext());
            }
        }
    }

    /** Which words came within reach; each counts once. */
    private void addPrevious(int i) {
        int distinct = 0;
        for (int distance = 1; distance <= crf.reach(); distance++) {
            WordScores other = word(i - distance);
            if (isNew(other.amongPrevious(), distinct)) {
                counted[distinct++] = other.amongPrevious();
                addAround(other, layout.amongPrevious());
            }
        }
    }

    private boolean isNew(int feature, int distinct) {
        if (feature == FeatureTable.NONE) {
            return false;
        }
        for (int i = 0; i < distinct; i++) {
            if (counted[i] == feature) {
                return false;
            }
        }
        return true;
    }

    private void addAround(WordScores other, int from) {
        double[] around = other.around();
        for (int to = 0; to < labels; to++) {
            label[to] += around[from + to];
        }
    }
}
