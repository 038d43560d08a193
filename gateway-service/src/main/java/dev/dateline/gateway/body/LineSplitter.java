package dev.dateline.gateway.body;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/** Cuts one body into lines; keeps no more than the line that has not ended yet, and no more of it than allowed. */
public final class LineSplitter {

    private static final byte LINE_FEED = '\n';

    private static final int FIRST_SIZE = 8 * 1024;

    private final int maxLength;
    private byte[] unfinished = new byte[FIRST_SIZE];
    private int length;
    private boolean tooLong;
    private long number = 1;

    /** Lines of more than {@code maxLength} bytes lose them. */
    public LineSplitter(int maxLength) {
        this.maxLength = maxLength;
    }

    /** The number of the line that has not ended yet. */
    public long number() {
        return number;
    }

    /** The lines that end in this buffer, which is released. */
    public List<Line> split(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        var lines = new ArrayList<Line>();
        // Netty looks for it in eight bytes at once.
        ByteBuf searched = Unpooled.wrappedBuffer(bytes);
        int begin = 0;
        int end = searched.indexOf(begin, bytes.length, LINE_FEED);
        while (end >= 0) {
            endLine(bytes, begin, end, lines);
            begin = end + 1;
            end = searched.indexOf(begin, bytes.length, LINE_FEED);
        }
        append(bytes, begin, bytes.length);
        return lines;
    }

    /** The last line, if the body did not end it. */
    public List<Line> end() {
        var lines = new ArrayList<Line>(1);
        endLine(unfinished, 0, 0, lines);
        return lines;
    }

    private void append(byte[] bytes, int begin, int end) {
        if (length + (end - begin) > maxLength) {
            tooLong = true;
            length = 0;
            unfinished = new byte[FIRST_SIZE];
        }
        if (tooLong) {
            return;
        }
        int needed = length + (end - begin);
        if (needed > unfinished.length) {
            unfinished = Arrays.copyOf(unfinished, Math.min(maxLength, Math.max(needed, 2 * unfinished.length)));
        }
        System.arraycopy(bytes, begin, unfinished, length, end - begin);
        length = needed;
    }

    private void endLine(byte[] bytes, int begin, int end, List<Line> lines) {
        if (length == 0 && !tooLong && end - begin <= maxLength) {
            addLine(bytes, begin, end, lines);
        } else {
            append(bytes, begin, end);
            addLine(unfinished, 0, length, lines);
        }
        number++;
        length = 0;
        tooLong = false;
    }

    private void addLine(byte[] bytes, int begin, int end, List<Line> lines) {
        if (tooLong) {
            lines.add(new Line(number, null));
        } else if (!isBlank(bytes, begin, end)) {
            lines.add(new Line(number, Arrays.copyOfRange(bytes, begin, end)));
        }
    }

    private static boolean isBlank(byte[] bytes, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
