package dev.dateline.gateway;

import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Receipts as NDJSON. */
final class ReceiptWriter {

    /** Of an accepted post, about. */
    private static final int USUAL_LENGTH = 96;

    private final JsonMapper json;

    ReceiptWriter(JsonMapper json) {
        this.json = json;
    }

    /** A line for each. */
    DataBuffer write(List<Receipt> receipts) {
        var bytes = new ByteArrayBuilder(receipts.size() * USUAL_LENGTH);
        for (Receipt receipt : receipts) {
            try (JsonGenerator generator = json.createGenerator(bytes, JsonEncoding.UTF8)) {
                write(receipt, generator);
            }
            bytes.append('\n');
        }
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes.toByteArray());
    }

    private static void write(Receipt receipt, JsonGenerator generator) {
        generator.writeStartObject();
        generator.writeNumberProperty("line", receipt.line());
        if (receipt instanceof Receipt.Accepted accepted) {
            generator.writeStringProperty("id", accepted.id());
            generator.writeStringProperty("status", "accepted");
        } else if (receipt instanceof Receipt.Rejected rejected) {
            generator.writeStringProperty("status", "rejected");
            generator.writePOJOProperty("problem", rejected.refusal().getBody());
        }
        generator.writeEndObject();
    }
}
