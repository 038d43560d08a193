package dev.dateline.recognition;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.TokenizerFactory;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import edu.stanford.nlp.process.WordToSentenceProcessor.NewlineIsSentenceBreak;
import java.io.StringReader;
import java.util.List;

/** Splits a text into sentences of tokens, exactly as CoreNLP's tokenize annotator does with the reference's options. */
final class Sentences {

    /** Line breaks as tokens for the splitter, which drops them; hyphens unsplit, as the models were trained. */
    private static final String OPTIONS = "tokenizeNLs,splitHyphenated=false,untokenizable=noneDelete";

    private final TokenizerFactory<CoreLabel> tokenizers = PTBTokenizer.factory(new CoreLabelTokenFactory(), OPTIONS);
    private final WordToSentenceProcessor<CoreLabel> splitter =
            new WordToSentenceProcessor<>(NewlineIsSentenceBreak.TWO_CONSECUTIVE);

    List<List<CoreLabel>> of(String text) {
        // The annotator appends a space too: some of the lexer's rules need a character after a token to see its end.
        var reader = new StringReader(text + ' ');
        return splitter.process(tokenizers.getTokenizer(reader).tokenize());
    }
}
