package dev.dateline.model;

import java.util.Random;

/** Well-formed texts that mix the code points on which orders, lengths and encodings differ. */
final class RandomText {

    private static final int[] EDGES = {
        0, 1, 'a', 'b', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x103FF, 0x1F600, 0x10FFFF
    };

    private RandomText() {}

    /** Fewer than {@code limit} code points. */
    static String of(Random random, int limit) {
        var text = new StringBuilder();
        for (int i = random.nextInt(limit); i > 0; i--) {
            text.appendCodePoint(random.nextInt(4) > 0 ? EDGES[random.nextInt(EDGES.length)] : anyOf(random));
        }
        return text.toString();
    }

    private static int anyOf(Random random) {
        int codePoint = random.nextInt(Character.MAX_CODE_POINT + 1);
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE ? 'x' : codePoint;
    }
}
