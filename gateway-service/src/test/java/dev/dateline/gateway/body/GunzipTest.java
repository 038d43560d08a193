package dev.dateline.gateway.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class GunzipTest {

    private static final int MIB = 1024 * 1024;
    private final byte[] text = "Margaret met Elias at the pier. ".repeat(1_000).getBytes(UTF_8);

    @Test
    void unpacksWhateverThePiecesAreAndAllMembers() throws IOException {
        byte[] packed = concat(gzip(text), gzip(new byte[0]), gzip(text));
        for (int piece : new int[] {1, 7, 255, 256, 257, packed.length}) {
            assertThat(unpack(packed, piece)).as("pieces of " + piece).isEqualTo(concat(text, text));
        }
    }

    @Test
    void comesInPiecesOfTheSizeOfAPlainBodysBuffers() throws IOException {
        byte[] words = new SplittableRandom(1)
                .ints(MIB / 6, 10_000, 90_000)
                .mapToObj(word -> word + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);

        List<Integer> sizes = pieces(gzip(words), MIB)
                .map(DataBuffer::readableByteCount)
                .collectList()
                .block();

        assertThat(sizes).hasSizeGreaterThan(10);
        assertThat(sizes.subList(0, sizes.size() - 1))
                .allSatisfy(size -> assertThat(size).isBetween(Gunzip.ENOUGH, Gunzip.ENOUGH + GzipMember.PIECE));
    }

    @Test
    void givesWhatCameBeforeAFailure() throws IOException {
        byte[] packed = concat(gzip(text), new byte[16]);
        var bytes = new ByteArrayOutputStream();

        assertThatThrownBy(() -> DataBufferUtils.write(pieces(packed, packed.length), bytes)
                        .blockLast())
                .isInstanceOf(MalformedBodyException.class);

        assertThat(bytes.toByteArray()).isEqualTo(text);
    }

    @Test
    void everyCutIsNoticed() throws IOException {
        byte[] packed = gzip(text);
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> unpack(cut, 100))
                    .isInstanceOf(MalformedBodyException.class)
                    .hasMessageContaining("middle of its gzip");
        }
    }

    @Test
    void everyFlippedBitIsNoticedOrChangesNothing() throws IOException {
        byte[] packed = gzip(text);
        var random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            byte[] flipped = packed.clone();
            flipped[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(unpack(flipped, 100)).isEqualTo(text);
            } catch (MalformedBodyException e) {
                assertThat(e.getMessage()).startsWith("the body ");
            }
        }
    }

    @Test
    void aBombIsStoppedAndOneDullPostIsNone() throws IOException {
        assertThat(unpack(gzip(new byte[2 * MIB]), 1_000)).hasSize(2 * MIB);
        assertThatThrownBy(() -> unpack(gzip(new byte[64 * MIB]), 1_000))
                .hasMessage("the body grows more than 100 times when it is unpacked");
    }

    private static byte[] unpack(byte[] packed, int piece) {
        var bytes = new ByteArrayOutputStream();
        DataBufferUtils.write(pieces(packed, piece), bytes).blockLast();
        return bytes.toByteArray();
    }

    private static Flux<DataBuffer> pieces(byte[] packed, int piece) {
        return Gunzip.unpack(Flux.range(0, (packed.length + piece - 1) / piece)
                .map(i -> Arrays.copyOfRange(packed, i * piece, Math.min(packed.length, (i + 1) * piece)))
                .map(DefaultDataBufferFactory.sharedInstance::wrap));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
