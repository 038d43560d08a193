package dev.dateline.recognition.tokens;

import dev.dateline.recognition.crf.Sentence;
import java.util.function.Consumer;

/**
 * Joins tokens to sentences as CoreNLP's {@code WordToSentenceProcessor} does where two line ends in a row end a sentence.
 * A sentence is passed on when nothing can follow it any more. For one thread at a time.
 */
final class SentenceSplitter implements TokenSink {

    private final Sentence sentence;
    private final Consumer<Sentence> sentences;

    /** Whether the sentence has ended, and only followers may be added to it. */
    private boolean ended;
    /** Whether the last sentence was ended by line ends: then it has no followers. */
    private boolean endForced;

    private boolean isFirst;
    private boolean afterLineEnd;
    private int singleQuotes;
    private int doubleQuotes;

    SentenceSplitter(Sentence sentence, Consumer<Sentence> sentences) {
        this.sentence = sentence;
        this.sentences = sentences;
    }

    void start() {
        clear();
        endForced = false;
        isFirst = true;
        afterLineEnd = false;
    }

    /** Passes on what is left. */
    void finish() {
        if (!sentence.isEmpty()) {
            passOn();
        }
    }

    @Override
    public void token(Token token, int begin, int end) {
        if (ended && !endForced && follows(token.role())) {
            add(token, begin, end);
            return;
        }
        if (ended) {
            passOn();
        }
        if (token.role().endsLine()) {
            endLine(token.role());
            return;
        }
        afterLineEnd = false;
        add(token, begin, end);
        if (token.role() == Role.SENTENCE_END) {
            end(false);
        }
    }

    private void endLine(Role role) {
        boolean forced = role == Role.PARAGRAPH_END || afterLineEnd;
        afterLineEnd = true;
        if (!forced) {
            return;
        }
        if (sentence.isEmpty()) {
            endForced = true;
        } else {
            end(true);
        }
    }

    private boolean follows(Role role) {
        return switch (role) {
            case FOLLOWER -> true;
            case SINGLE_QUOTE -> singleQuotes % 2 != 0;
            case DOUBLE_QUOTE -> doubleQuotes % 2 != 0;
            default -> false;
        };
    }

    private void add(Token token, int begin, int end) {
        sentence.add(token.word(), begin, end);
        if (token.role() == Role.SINGLE_QUOTE) {
            singleQuotes++;
        } else if (token.role() == Role.DOUBLE_QUOTE) {
            doubleQuotes++;
        }
    }

    private void end(boolean forced) {
        // CoreNLP keeps a break before the first sentence in mind until that has ended.
        endForced = isFirst && endForced || forced;
        isFirst = false;
        ended = true;
    }

    private void passOn() {
        sentences.accept(sentence);
        clear();
    }

    private void clear() {
        sentence.clear();
        ended = false;
        singleQuotes = 0;
        doubleQuotes = 0;
    }
}
