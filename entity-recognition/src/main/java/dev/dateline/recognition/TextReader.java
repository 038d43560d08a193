package dev.dateline.recognition;

import dev.dateline.model.EntityType;
import dev.dateline.recognition.crf.Labeller;
import dev.dateline.recognition.crf.Models;
import dev.dateline.recognition.crf.Sentence;
import dev.dateline.recognition.tokens.SentenceReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the mentions in one text after another, for one thread at a time. */
final class TextReader {

    private final BrokenText text = new BrokenText();
    private final SentenceReader sentences;
    private final Labeller labeller;
    private List<Mention> mentions = List.of();

    TextReader(Models models, SentenceReader.Factory readers) {
        sentences = readers.reader(this::addMentions);
        labeller = new Labeller(models);
    }

    List<Mention> mentions(String original) {
        mentions = new ArrayList<>();
        text.set(original);
        sentences.read(text.characters(), text.length());
        return List.copyOf(mentions);
    }

    private void addMentions(Sentence sentence) {
        @Nullable EntityType[] types = labeller.label(sentence);
        int next;
        for (int first = 0; first < sentence.size(); first = next) {
            EntityType type = types[first];
            next = first + 1;
            while (next < sentence.size() && types[next] == type) {
                next++;
            }
            if (type != null) {
                int begin = text.originalOffset(sentence.begin(first));
                int end = text.originalOffset(sentence.end(next - 1));
                mentions.add(new Mention(type, begin, end));
            }
        }
    }
}
