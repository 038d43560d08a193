/**
 * The store in Google's Firestore: {@code publications/{id}}, {@code publications/{id}/entities/{id}} and {@code
 * ledger/{topic}-{partition}}. Indexes and rules to deploy are in {@code firestore.indexes.json} and {@code
 * firestore.rules}.
 */
@NullMarked
package dev.dateline.store.firestore;

import org.jspecify.annotations.NullMarked;
