package dev.dateline.recognition.tokens;

import dev.dateline.recognition.crf.Words;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.ReusableLexer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into exactly CoreNLP's tokens, lexing each chunk of it once.
 *
 * <p>A chunk goes from one space or line end to the next. PTBLexer, a scanner made by JFlex, finds the longest match from
 * where the last one ended, by reading characters until no rule can match more, and remembers nothing else but {@link
 * LeftContext}. So where a match begins at a chunk, all its tokens follow from the characters that the lexer read up to the
 * last of them: the same characters have the same tokens, and they need no lexing again. How far it read, {@link
 * LexerInput} knows. If a token ends where the chunk does, the next match begins there: at spaces, which make a match of
 * their own, or at a line's end. Docs: recognition.md, "Tokens". For one thread at a time.
 */
final class Tokenizer {

    /** Line ends as tokens for the splitter, which drops them; hyphens unsplit, as the models were trained. */
    static final String OPTIONS = "tokenizeNLs,splitHyphenated=false,untokenizable=noneDelete";

    /** Longer stretches are lexed each time: a run without white space has 128 characters at most, and a look ahead is short. */
    private static final int LONGEST_KEPT = 160;

    private final ChunkMemo memo;
    private final Words words;
    private final TokenSink sink;
    private final ReusableLexer lexer = new ReusableLexer(OPTIONS);
    private final LexerInput input = new LexerInput();
    private final List<Token> tokens = new ArrayList<>();

    private char[] text = {};
    private int length;
    private @Nullable Token last;
    private int lastEnd;
    private int looked;
    private int missed;

    Tokenizer(ChunkMemo memo, Words words, TokenSink sink) {
        this.memo = memo;
        this.words = words;
        this.sink = sink;
    }

    /** @param length how much of the array is text; its last character is a space */
    void tokenize(char[] text, int length) {
        this.text = text;
        this.length = length;
        last = null;
        looked = 0;
        missed = 0;
        int at = 0;
        while (at < length) {
            at = text[at] == ' ' ? at + 1 : tokenizeChunk(at);
        }
        memo.count(looked, missed);
    }

    /** Passes the tokens of the chunk on and returns where to go on. */
    private int tokenizeChunk(int begin) {
        boolean lineEnds = isLineEnd(text[begin]);
        boolean dependent = isMaybeWhiteSpace(text[begin]);
        long hash = 0;
        int end = begin;
        char character;
        while ((character = text[end]) != ' ' && isLineEnd(character) == lineEnds) {
            hash = ChunkMemo.append(hash, character);
            dependent |= character == '-';
            end++;
        }
        hash = ChunkMemo.append(hash, character);
        // Only white space and numbers with a minus sign depend on what stands before the chunk.
        LeftContext left = dependent ? leftContext(begin) : LeftContext.SPACE;
        Chunk chunk = find(hash, left, begin, end + 1);
        looked++;
        if (chunk == null) {
            missed++;
            return lex(left, begin, end);
        }
        for (Token token : chunk.tokens()) {
            pass(token, begin);
        }
        return end;
    }

    /** Looks the chunk up, with as much of the text behind it as its tokens depend on. */
    private @Nullable Chunk find(long hash, LeftContext left, int begin, int end) {
        Chunk chunk = memo.find(hash, left, text, begin, end);
        int known = end;
        long knownHash = hash;
        while (chunk != null && !chunk.isDecided()) {
            int further = known + chunk.more();
            if (further > length) {
                return null;
            }
            while (known < further) {
                knownHash = ChunkMemo.append(knownHash, text[known++]);
            }
            chunk = memo.find(knownHash, left, text, begin, known);
        }
        return chunk;
    }

    private int lex(LeftContext left, int begin, int end) {
        // The chunk may have no token, and then the next chunk depends on it.
        char[] before = leftContext(begin).example();
        input.start(before, text, begin, length);
        if (begin == 0) {
            lexer.startAfresh(input);
        } else {
            lexer.start(input);
            lexer.next();
        }
        int shift = before.length;
        tokens.clear();
        Token token;
        do {
            token = nextToken(shift);
            if (token == null) {
                passAll(begin);
                return length;
            }
            tokens.add(token);
        } while (begin + token.end() < end);
        passAll(begin);
        boolean endsWithChunk = begin + token.end() == end;
        if (endsWithChunk && !input.ended() && input.position() - begin <= LONGEST_KEPT) {
            memo.remember(left, text, begin, end + 1, Math.max(end + 1, input.position()), tokens);
        }
        return endsWithChunk ? end : lexOn(shift, begin);
    }

    /** Goes on with the lexer until a token ends where a chunk may begin. */
    private int lexOn(int shift, int begin) {
        input.readAhead();
        while (lastEnd < length && text[lastEnd] != ' ' && !isLineEnd(text[lastEnd])) {
            Token token = nextToken(shift);
            if (token == null) {
                return length;
            }
            pass(token, begin);
        }
        return lastEnd;
    }

    private @Nullable Token nextToken(int shift) {
        CoreLabel label = lexer.next();
        if (label == null) {
            return null;
        }
        String original = label.originalText();
        return new Token(
                words.word(label.word()),
                label.beginPosition() - shift,
                label.endPosition() - shift,
                Role.of(label.word(), original),
                LeftContext.after(original));
    }

    private void passAll(int begin) {
        for (Token token : tokens) {
            pass(token, begin);
        }
    }

    private void pass(Token token, int begin) {
        last = token;
        lastEnd = begin + token.end();
        sink.token(token, begin + token.begin(), lastEnd);
    }

    private LeftContext leftContext(int begin) {
        if (begin == 0) {
            return LeftContext.TEXT_START;
        }
        if (last == null) {
            return LeftContext.SPACE;
        }
        if (last.role().endsLine()) {
            return lastEnd == begin ? LeftContext.LINE_END : LeftContext.SPACE;
        }
        return last.leaves();
    }

    /** Rather too often than too seldom: then a chunk is remembered once for each context. */
    private static boolean isMaybeWhiteSpace(char character) {
        return character < ' ' || character > '~';
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }
}
