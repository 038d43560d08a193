package dev.dateline.recognition.tokens;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.Americanize;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import edu.stanford.nlp.process.WordToSentenceProcessor.NewlineIsSentenceBreak;
import java.io.StringReader;
import java.util.List;

/** CoreNLP's own tokeniser and splitter, with the reference's options: what ours must equal. Words are spelt as the models know them. */
final class StockTokens {

    private StockTokens() {}

    static List<String> sentences(String text) {
        var tokenizer = new PTBTokenizer<>(
                new StringReader(text + ' '),
                new CoreLabelTokenFactory(),
                "tokenizeNLs,splitHyphenated=false,untokenizable=noneDelete");
        return new WordToSentenceProcessor<CoreLabel>(NewlineIsSentenceBreak.TWO_CONSECUTIVE)
                .process(tokenizer.tokenize()).stream()
                        .map(StockTokens::sentence)
                        .toList();
    }

    private static String sentence(List<CoreLabel> tokens) {
        var sentence = new StringBuilder();
        for (CoreLabel token : tokens) {
            sentence.append(Americanize.americanize(token.word()))
                    .append('[')
                    .append(token.beginPosition())
                    .append(',')
                    .append(token.endPosition())
                    .append(") ");
        }
        return sentence.toString();
    }
}
