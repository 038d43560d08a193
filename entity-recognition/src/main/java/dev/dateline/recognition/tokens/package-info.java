/**
 * Text to sentences of words, exactly CoreNLP's tokens, without lexing again what was lexed before. Read {@code Tokenizer}
 * first, then {@code ChunkMemo}, {@code LeftContext} and {@code SentenceSplitter}.
 */
@NullMarked
package dev.dateline.recognition.tokens;

import org.jspecify.annotations.NullMarked;
