package dev.dateline.recognition.crf;

/**
 * The names of the features, as {@code edu.stanford.nlp.ie.NERFeatureFactory} makes them: parts of the text, a suffix that
 * names the template, and the clique: {@code |C} for features of one label, {@code |CpC} for those of two neighbours.
 */
final class Templates {

    /** Stands between two parts of a feature of one label. */
    static final Hashed DOTS = Hashed.of("...");
    /** Stands between two parts of a feature of two labels. */
    static final Hashed DASH = Hashed.of("-");

    static final Hashed WORD = Hashed.of("-WORD|C");
    static final Hashed CLUSTER = Hashed.of("-DISTSIM|C");
    static final Hashed SHAPE = Hashed.of("-TYPE|C");
    static final Hashed ALWAYS = Hashed.of("###|C");
    static final Hashed TITLE = Hashed.of("IS_TITLE|C");
    /** Starts an n-gram of characters; {@link #NGRAM} ends it. */
    static final String NGRAM_START = "#";

    static final Hashed NGRAM = Hashed.of("#|C");

    static final Hashed PREVIOUS_WORD = Hashed.of("-PW|C");
    static final Hashed PREVIOUS_CLUSTER = Hashed.of("-PDISTSIM|C");
    static final Hashed PREVIOUS_SHAPE = Hashed.of("-PTYPE|C");
    static final Hashed NEXT_WORD = Hashed.of("-NW|C");
    static final Hashed NEXT_CLUSTER = Hashed.of("-NDISTSIM|C");
    static final Hashed NEXT_SHAPE = Hashed.of("-NTYPE|C");

    static final Hashed PREVIOUS_WORD_AND_SHAPE = Hashed.of("-PW_CTYPE|C");
    static final Hashed SHAPE_AND_NEXT_WORD = Hashed.of("-NW_CTYPE|C");
    static final Hashed PREVIOUS_SHAPE_AND_SHAPE = Hashed.of("-PCTYPE|C");
    static final Hashed SHAPE_AND_NEXT_SHAPE = Hashed.of("-CNTYPE|C");
    static final Hashed THREE_SHAPES = Hashed.of("-PCNTYPE|C");
    static final Hashed LAST_REAL_WORD_AND_SHAPE = Hashed.of("-PPW_CTYPE|C");
    static final Hashed NEXT_REAL_WORD_AND_SHAPE = Hashed.of("-NNW_CTYPE|C");
    static final Hashed ONE_OF_THE_NEXT = Hashed.of("-DISJN|C");
    static final Hashed ONE_OF_THE_PREVIOUS = Hashed.of("-DISJP|C");
    static final Hashed NO_OCCURRENCE_PATTERN = Hashed.of("NO-OCCURRENCE-PATTERN|C");
    static final Hashed OCCURS_AFTER = Hashed.of("X-NEXT-OCCURRENCE-X|C");
    static final Hashed OCCURS_BEFORE = Hashed.of("X-PREV-OCCURRENCE-X|C");

    static final Hashed PAIR_ALWAYS = Hashed.of("PSEQ|CpC");
    static final Hashed PAIR_WORD = Hashed.of("-PSEQW|CpC");
    static final Hashed PAIR_CLUSTER = Hashed.of("-PSEQcDS|CpC");
    static final Hashed PAIR_SHAPE = Hashed.of("-PSEQcS|CpC");
    static final Hashed PAIR_SHAPE_2 = Hashed.of("-TPS2|CpC");
    static final Hashed PAIR_PREVIOUS_WORD = Hashed.of("-PSEQpW|CpC");
    static final Hashed PAIR_PREVIOUS_CLUSTER = Hashed.of("-PSEQpDS|CpC");
    static final Hashed PAIR_PREVIOUS_SHAPE = Hashed.of("-PSEQpS|CpC");
    static final Hashed PAIR_NEXT_SHAPE = Hashed.of("-TNS1|CpC");
    static final Hashed PAIR_WORDS = Hashed.of("-PSEQW2|CpC");
    static final Hashed PAIR_CLUSTERS = Hashed.of("-PSEQpcDS|CpC");
    static final Hashed PAIR_SHAPES = Hashed.of("-TYPES|CpC");

    private Templates() {}
}
