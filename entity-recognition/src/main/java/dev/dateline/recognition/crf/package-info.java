/**
 * Conditional random fields as CoreNLP's {@code CRFClassifier} trains them, decoded without ever spelling out a feature.
 * Read {@code Hashed}, {@code FeatureTable}, {@code Templates}, {@code WordScores}, {@code Decoder} in this order.
 */
@NullMarked
package dev.dateline.recognition.crf;

import org.jspecify.annotations.NullMarked;
