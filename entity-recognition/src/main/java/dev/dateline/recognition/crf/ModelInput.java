package dev.dateline.recognition.crf;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Reads the parts of a model file, each array at once: element by element a cold JVM would take seconds. */
final class ModelInput {

    private final CRC32 checksum = new CRC32();
    private final DataInputStream in;

    ModelInput(InputStream in) {
        this.in = new DataInputStream(new CheckedInputStream(in, checksum));
    }

    int readInt() throws IOException {
        return in.readInt();
    }

    boolean readBoolean() throws IOException {
        return in.readBoolean();
    }

    String readString() throws IOException {
        return new String(readBytes().array(), StandardCharsets.UTF_8);
    }

    List<String> readStrings() throws IOException {
        int count = readInt();
        var texts = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            texts.add(readString());
        }
        return texts;
    }

    int[] readInts() throws IOException {
        var bytes = readBytes().asIntBuffer();
        int[] values = new int[bytes.remaining()];
        bytes.get(values);
        return values;
    }

    long[] readLongs() throws IOException {
        var bytes = readBytes().asLongBuffer();
        long[] values = new long[bytes.remaining()];
        bytes.get(values);
        return values;
    }

    short[] readShorts() throws IOException {
        var bytes = readBytes().asShortBuffer();
        short[] values = new short[bytes.remaining()];
        bytes.get(values);
        return values;
    }

    private ByteBuffer readBytes() throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }

    /** @throws IOException if what was read so far is not what was written */
    void check() throws IOException {
        long read = checksum.getValue();
        if (in.readLong() != read) {
            throw new IOException("its checksum is wrong");
        }
    }
}
