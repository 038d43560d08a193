package dev.dateline.benchmarks.pipeline;

import dev.dateline.recognition.crf.Models;
import dev.dateline.recognition.crf.Words;
import dev.dateline.recognition.tokens.SentenceReader;

/** How many tokens texts have, by the recogniser's own tokeniser. */
final class Tokens {

    private Tokens() {}

    static long in(Sample sample) {
        long[] tokens = {0};
        var reader = SentenceReader.factory(new Words(Models.load(), 1 << 10), 1 << 16)
                .reader(sentence -> tokens[0] += sentence.size());
        for (String article : sample.texts()) {
            char[] text = (article + ' ').toCharArray();
            reader.read(text, text.length);
        }
        return tokens[0];
    }
}
