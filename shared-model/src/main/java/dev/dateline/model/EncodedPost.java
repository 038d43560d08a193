package dev.dateline.model;

/**
 * A post as its topic holds it.
 *
 * @param id the record's key
 * @param json the record's value; holds the id too
 */
public record EncodedPost(String id, byte[] json) {}
