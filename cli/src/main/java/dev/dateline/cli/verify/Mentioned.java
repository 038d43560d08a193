package dev.dateline.cli.verify;

import dev.dateline.cli.console.Counted;

/** How often an entity was mentioned, and in how many articles. */
record Mentioned(long mentions, long articles) {

    Mentioned plus(Mentioned other) {
        return new Mentioned(mentions + other.mentions, articles + other.articles);
    }

    @Override
    public String toString() {
        return Counted.of(mentions, "mention") + " in " + Counted.of(articles, "article");
    }
}
