/** Runs in the build: turns CoreNLP's serialised models into the file that {@code Models} loads. */
@NullMarked
package dev.dateline.recognition.compiler;

import org.jspecify.annotations.NullMarked;
