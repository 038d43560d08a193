package dev.dateline.recognition.crf;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** Writes the parts of a model file; {@link ModelInput} reads them back in the same order. Closing adds the checksum. */
public final class ModelOutput implements AutoCloseable {

    private final CRC32 checksum = new CRC32();
    private final DataOutputStream out;

    public ModelOutput(OutputStream out) {
        this.out = new DataOutputStream(new CheckedOutputStream(out, checksum));
    }

    void writeInt(int value) throws IOException {
        out.writeInt(value);
    }

    void writeBoolean(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    void writeString(String text) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void writeStrings(Collection<String> texts) throws IOException {
        writeInt(texts.size());
        for (String text : texts) {
            writeString(text);
        }
    }

    void writeInts(int[] values) throws IOException {
        var bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        writeBytes(bytes.array());
    }

    void writeLongs(long[] values) throws IOException {
        var bytes = ByteBuffer.allocate(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        writeBytes(bytes.array());
    }

    void writeShorts(short[] values) throws IOException {
        var bytes = ByteBuffer.allocate(values.length * Short.BYTES);
        bytes.asShortBuffer().put(values);
        writeBytes(bytes.array());
    }

    private void writeBytes(byte[] bytes) throws IOException {
        writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void close() throws IOException {
        out.writeLong(checksum.getValue());
        out.close();
    }
}
