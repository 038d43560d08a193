package dev.dateline.cluster;

/** How often an entity is mentioned, and in how many articles. */
record Counts(long mentions, long articles) {

    Counts inSamePost(Counts more) {
        return new Counts(mentions + more.mentions, articles);
    }

    Counts plus(Counts more) {
        return new Counts(mentions + more.mentions, articles + more.articles);
    }
}
