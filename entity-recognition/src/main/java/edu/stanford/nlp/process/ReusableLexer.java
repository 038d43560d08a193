package edu.stanford.nlp.process;

import edu.stanford.nlp.ling.CoreLabel;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * CoreNLP's tokeniser for English, made once and started on one text after another. It lives in this package because
 * {@code PTBLexer} is visible in no other, and {@code PTBTokenizer} makes one for each text, with 32 KB of buffers.
 */
@NullMarked
public final class ReusableLexer {

    private final String options;
    private final int initialState;
    private PTBLexer lexer;

    /** @param options as {@link PTBTokenizer} takes them */
    public ReusableLexer(String options) {
        this.options = options;
        lexer = lexer(Reader.nullReader());
        initialState = lexer.yystate();
    }

    private PTBLexer lexer(Reader text) {
        return new PTBLexer(text, new CoreLabelTokenFactory(), options);
    }

    /** Starts with no memory of any token before; offsets count from the reader's first character. */
    public void startAfresh(Reader text) {
        lexer = lexer(text);
    }

    /** Starts on another text, with the last token in mind; offsets count from the reader's first character. */
    public void start(Reader text) {
        lexer.yyreset(text);
        lexer.yybegin(initialState);
    }

    /** The next token; null at the end. */
    public @Nullable CoreLabel next() {
        try {
            return (CoreLabel) lexer.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
