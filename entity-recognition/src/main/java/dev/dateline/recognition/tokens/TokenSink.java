package dev.dateline.recognition.tokens;

/** Takes the tokens of a text, in order. */
interface TokenSink {

    /** @param end in the text, exclusive */
    void token(Token token, int begin, int end);
}
