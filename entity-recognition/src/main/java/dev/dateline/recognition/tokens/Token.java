package dev.dateline.recognition.tokens;

import dev.dateline.recognition.crf.Word;

/**
 * A token of a chunk of text. Immutable, so threads share it.
 *
 * @param begin in the chunk
 * @param end in the chunk, exclusive
 * @param leaves what the lexer knows of it at the next chunk
 */
record Token(Word word, int begin, int end, Role role, LeftContext leaves) {}
