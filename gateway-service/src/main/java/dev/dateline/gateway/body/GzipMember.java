package dev.dateline.gateway.body;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;

/** One member of a gzip file (RFC 1952), unpacked as its bytes come. The JDK's own reader waits for them. */
final class GzipMember implements AutoCloseable {

    private static final int TRAILER_LENGTH = 8;

    /** A name and a comment fit; nothing sends more. */
    private static final int MAX_HEADER_LENGTH = 4_096;

    /** Most headers are 10 bytes long; to look at more than a few at once would cost many small members dearly. */
    private static final int HEADER_PIECE = 256;

    /** Unpacked at once. */
    static final int PIECE = 8 * 1024;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private final ByteBuffer trailer = ByteBuffer.allocate(TRAILER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private boolean headerRead;
    private boolean holding;

    /** Takes what belongs to it from the input, and adds what that was to the output until that is at least {@code enough} bytes. */
    void unpack(ByteBuffer input, ByteArrayOutputStream output, int enough) throws IOException {
        if (!headerRead) {
            readHeader(input);
        }
        if (headerRead && !inflater.finished()) {
            inflate(input, output, enough);
        }
        if (inflater.finished()) {
            while (trailer.hasRemaining() && input.hasRemaining()) {
                trailer.put(input.get());
            }
            if (isWhole()) {
                check();
            }
        }
    }

    /** Whether there may be more output without more input. */
    boolean isHolding() {
        return holding;
    }

    /** Whether nothing more belongs to it. */
    boolean isWhole() {
        return !trailer.hasRemaining();
    }

    @Override
    public void close() {
        inflater.end();
    }

    /** The JDK knows the header's parts; what it leaves is the member's. */
    private void readHeader(ByteBuffer input) throws IOException {
        int before = header.size();
        int offered = Math.min(input.remaining(), HEADER_PIECE);
        header.write(input.array(), input.position(), offered);
        var bytes = new ByteArrayInputStream(header.toByteArray());
        try (var gzip = new GZIPInputStream(bytes, 1)) {
            headerRead = true;
            int length = header.size() - bytes.available();
            input.position(input.position() + length - before);
        } catch (EOFException e) {
            if (header.size() > MAX_HEADER_LENGTH) {
                throw new IOException("its header is too long", e);
            }
            input.position(input.position() + offered);
        }
    }

    private void inflate(ByteBuffer input, ByteArrayOutputStream output, int enough) throws IOException {
        byte[] piece = new byte[PIECE];
        inflater.setInput(input);
        try {
            do {
                int length = inflater.inflate(piece);
                crc.update(piece, 0, length);
                output.write(piece, 0, length);
                holding = length == PIECE && !inflater.finished();
            } while (holding && output.size() < enough);
        } catch (DataFormatException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
        if (inflater.needsDictionary()) {
            throw new IOException("it needs a dictionary");
        }
    }

    private void check() throws IOException {
        if (trailer.getInt(0) != (int) crc.getValue() || trailer.getInt(4) != (int) inflater.getBytesWritten()) {
            throw new IOException("its checksum is wrong");
        }
    }
}
