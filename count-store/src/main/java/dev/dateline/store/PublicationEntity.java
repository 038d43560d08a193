package dev.dateline.store;

import dev.dateline.model.EntityCount;

/** What one publication wrote about one entity. */
public record PublicationEntity(PublicationCount publication, EntityCount entity) {}
