package dev.dateline.gateway.body;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

/** Unpacks a body that was packed with gzip, as it comes and as it is asked for. */
public final class Gunzip {

    /** Text becomes a tenth at best, and repeated texts a thirtieth; deflate's limit is 1,032, and only bombs get near it. */
    private static final int MAX_RATIO = 100;

    /** Any ratio is fine up to here: the post of one letter 200,000 times is a post. */
    private static final long FREE_BYTES = 4L * 1024 * 1024;

    /** As much as a buffer of a plain body brings at once: what comes after works on buffers, and each has its price. */
    static final int ENOUGH = 64 * 1024;

    private GzipMember member = new GzipMember();
    private boolean begun;
    private long packed;
    private long unpacked;
    private @Nullable MalformedBodyException failure;

    private Gunzip() {}

    /** What was packed. Fails with {@link MalformedBodyException} if it is not gzip, ends too early, or is a bomb. */
    public static Flux<DataBuffer> unpack(Flux<DataBuffer> body) {
        return Flux.using(
                        Gunzip::new,
                        gunzip -> body.concatMapIterable(gunzip::pieces, 1)
                                .filter(piece -> piece.readableByteCount() > 0)
                                .concatWith(Flux.defer(gunzip::end)),
                        gunzip -> gunzip.member.close())
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    }

    /** What is in a buffer, which is released; made piece by piece, as they are asked for. */
    private Iterable<DataBuffer> pieces(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return hasMore(input);
            }

            @Override
            public DataBuffer next() {
                return piece(input);
            }
        };
    }

    private boolean hasMore(ByteBuffer input) {
        return failure != null || input.hasRemaining() || member.isHolding();
    }

    /** What can be unpacked before a failure comes first, and the failure then. */
    private DataBuffer piece(ByteBuffer input) {
        if (failure != null) {
            throw failure;
        }
        var output = new ByteArrayOutputStream();
        int before = input.remaining();
        try {
            while (output.size() < ENOUGH && hasMore(input)) {
                begun = true;
                member.unpack(input, output, ENOUGH);
                if (member.isWhole()) {
                    member.close();
                    member = new GzipMember();
                    begun = false;
                }
            }
        } catch (IOException e) {
            failure = new MalformedBodyException("the body is not gzip: " + e.getMessage(), e);
        }
        packed += before - input.remaining();
        unpacked += output.size();
        if (unpacked > FREE_BYTES && unpacked > MAX_RATIO * packed) {
            throw new MalformedBodyException(
                    "the body grows more than %d times when it is unpacked".formatted(MAX_RATIO), null);
        }
        return DefaultDataBufferFactory.sharedInstance.wrap(output.toByteArray());
    }

    private Flux<DataBuffer> end() {
        return begun || packed == 0
                ? Flux.error(new MalformedBodyException("the body ends in the middle of its gzip", null))
                : Flux.empty();
    }
}
