package dev.dateline.model;

/** The names that the services and the programs beside them agree on. */
public final class Topics {

    /** Accepted posts, keyed by their id. */
    public static final String POSTS = "posts";

    /** The ids of counted posts, in the partition of their post; values are empty. */
    public static final String POSTS_SEEN = "posts.seen";

    /** Posts that could not be processed, as they came. */
    public static final String POSTS_DEAD = "posts.dlt";

    /** Tallies, keyed by their publication's key. */
    public static final String PROCESSED = "processed";

    /** Tallies that could not be read. */
    public static final String PROCESSED_DEAD = "processed.dlt";

    /** The consumer group that reads {@link #POSTS}: its offsets move in the transactions that write the tallies. */
    public static final String EXTRACTORS = "dateline-extractors";

    /** The group of those who read {@link #PROCESSED}: for monitors only, the store holds the offsets that count. */
    public static final String SAVERS = "dateline-savers";

    /** Whose offsets in {@link #POSTS_DEAD} say which dead letters were sent back to {@link #POSTS}. */
    public static final String REDRIVE = "dateline-redrive";

    private Topics() {}
}
