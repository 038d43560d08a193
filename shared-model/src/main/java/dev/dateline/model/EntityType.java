package dev.dateline.model;

/** What kind of name a mention is. The order is the one in which people read them. */
public enum EntityType {
    PERSON,
    ORGANIZATION,
    LOCATION,
    MISC
}
