package dev.dateline.cluster;

import dev.dateline.model.EntityType;

/** What makes an entity one. */
record Entity(String publication, EntityType type, String word) {}
