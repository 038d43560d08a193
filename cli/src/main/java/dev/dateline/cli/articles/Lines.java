package dev.dateline.cli.articles;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text line by line, numbered, in bounded memory, with a way back for whoever took too many. */
final class Lines {

    /** Twice the gateway's largest body: no row that it would take is longer. */
    static final int MAX_LENGTH = 4 * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER_SIZE = 64 * 1024;

    private final Reader reader;
    private final char[] buffer = new char[BUFFER_SIZE];
    private final Deque<Line> handedBack = new ArrayDeque<>();
    private int next;
    private int end;
    private long number;

    /**
     * A line without its {@code \n}.
     *
     * @param number from 1
     * @param cut true if it was longer than {@link #MAX_LENGTH} and lost its rest
     */
    record Line(long number, String text, boolean cut) {}

    Lines(Reader reader) {
        this.reader = reader;
    }

    /** The next line, or null after the last one. */
    @Nullable
    Line next() throws IOException {
        if (!handedBack.isEmpty()) {
            return handedBack.pop();
        }
        if (!hasMore()) {
            return null;
        }
        number++;
        var text = new StringBuilder();
        boolean ended = false;
        boolean cut = false;
        while (!ended && hasMore()) {
            int stop = endOfLine();
            ended = stop < end;
            int length = Math.min(stop - next, MAX_LENGTH - text.length());
            cut |= length < stop - next;
            text.append(buffer, next, length);
            next = ended ? stop + 1 : stop;
        }
        if (number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text.deleteCharAt(0);
        }
        return new Line(number, text.toString(), cut);
    }

    /** Gives lines back, which {@link #next} then answers again, in their order. */
    void handBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            handedBack.push(lines.get(i));
        }
    }

    private int endOfLine() {
        int i = next;
        while (i < end && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    private boolean hasMore() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, reader.read(buffer, 0, buffer.length));
        }
        return next < end;
    }
}
