package dev.dateline.model;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the topic {@code processed}. */
public final class TallyJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A count is there and whole, or the tally is none: nothing is guessed or cut.
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectReader READER = MAPPER.readerFor(PublicationTally.class);
    private static final ObjectWriter WRITER = MAPPER.writerFor(PublicationTally.class);

    private TallyJson() {}

    /** The tally as UTF-8 JSON. */
    public static byte[] write(PublicationTally tally) {
        return WRITER.writeValueAsBytes(tally);
    }

    /**
     * Reads a tally.
     *
     * @throws IllegalArgumentException if it is none, saying why
     */
    public static PublicationTally read(byte[] json) {
        try {
            PublicationTally tally = READER.readValue(json);
            if (tally == null) {
                throw new IllegalArgumentException("not a tally: null");
            }
            return tally;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a tally: " + e.getOriginalMessage(), e);
        }
    }
}
