package dev.dateline.store;

import dev.dateline.model.PublicationKey;

/** A publication, how it is written, and how many of its articles were counted. */
public record PublicationCount(PublicationKey key, String name, long articles) {}
