package dev.dateline.gateway.body;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
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

    /** Unpacked at once: at deflate's limit not more than 264 KiB. */
    private static final int SLICE = 256;

    private GzipMember member = new GzipMember();
    private boolean begun;
    private long packed;
    private long unpacked;

    private Gunzip() {}

    /** What was packed. Fails with {@link MalformedBodyException} if it is not gzip, ends too early, or is a bomb. */
    public static Flux<DataBuffer> unpack(Flux<DataBuffer> body) {
        return Flux.using(
                        Gunzip::new,
                        gunzip -> body.concatMapIterable(Gunzip::slices, 1)
                                .map(gunzip::unpack)
                                .filter(piece -> piece.readableByteCount() > 0)
                                .concatWith(Flux.defer(gunzip::end)),
                        gunzip -> gunzip.member.close())
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    }

    /** Made one by one, as they are asked for. */
    private static Iterable<ByteBuffer> slices(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return () -> IntStream.iterate(0, begin -> begin < bytes.length, begin -> begin + SLICE)
                .mapToObj(begin -> ByteBuffer.wrap(bytes, begin, Math.min(SLICE, bytes.length - begin)))
                .iterator();
    }

    private DataBuffer unpack(ByteBuffer slice) {
        var output = new ByteArrayOutputStream();
        packed += slice.remaining();
        try {
            while (slice.hasRemaining()) {
                begun = true;
                member.unpack(slice, output);
                if (member.isWhole()) {
                    member.close();
                    member = new GzipMember();
                    begun = false;
                }
            }
        } catch (IOException e) {
            throw new MalformedBodyException("the body is not gzip: " + e.getMessage(), e);
        }
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
