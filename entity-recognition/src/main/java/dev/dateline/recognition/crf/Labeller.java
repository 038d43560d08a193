package dev.dateline.recognition.crf;

import dev.dateline.model.EntityType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what each word of a sentence is part of, by both models, as CoreNLP's {@code NERClassifierCombiner} joins them. For
 * one thread at a time.
 */
public final class Labeller {

    private static final String NO_NAME = "O";

    private final Decoder names;
    private final Decoder misc;
    private final @Nullable EntityType[] nameTypes;
    private final byte miscLabel;

    private byte[] nameLabels = new byte[0];
    private byte[] miscLabels = new byte[0];
    private @Nullable EntityType[] types = new EntityType[0];

    public Labeller(Models models) {
        names = Decoder.ofNames(models);
        misc = Decoder.ofMisc(models);
        nameTypes = types(models.names().labels());
        miscLabel = (byte) models.misc().labels().indexOf(EntityType.MISC.name());
    }

    private static @Nullable EntityType[] types(List<String> labels) {
        return labels.stream()
                .map(label -> label.equals(NO_NAME) ? null : EntityType.valueOf(label))
                .toArray(EntityType[]::new);
    }

    /** The type of each word of a sentence, null for what is no name; overwritten by the next call, and longer than it need be. */
    public @Nullable EntityType[] label(Sentence sentence) {
        int size = sentence.size();
        if (types.length < size) {
            nameLabels = new byte[size * 2];
            miscLabels = new byte[size * 2];
            types = new EntityType[size * 2];
        }
        names.decode(sentence, nameLabels);
        misc.decode(sentence, miscLabels);
        for (int i = 0; i < size; i++) {
            types[i] = nameTypes[nameLabels[i]];
        }
        addMisc(size);
        return types;
    }

    /** A run of MISC counts where no word of it has a name already. */
    private void addMisc(int size) {
        int next;
        for (int first = 0; first < size; first = next) {
            boolean free = true;
            next = first;
            while (next < size && miscLabels[next] == miscLabel) {
                free &= types[next] == null;
                next++;
            }
            if (free) {
                Arrays.fill(types, first, next, EntityType.MISC);
            }
            next = Math.max(next, first + 1);
        }
    }
}
