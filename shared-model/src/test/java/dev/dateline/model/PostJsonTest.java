package dev.dateline.model;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.model.InvalidPostException.FieldProblem;
import dev.dateline.model.InvalidPostException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostJsonTest {

    private static final PostJson JSON = new PostJson(PostJson.DEFAULT_MAX_CONTENT_BYTES);

    private static final String FULL = """
            {"id":"a-1","publication":"The Daily Example","content":"Ada went home.","title":"Home",\
            "url":"https://example.org/1","published_at":"2026-11-20T10:00:00Z"}""";

    private static final Post POST = new Post(
            "a-1", "The Daily Example", "Ada went home.", "Home", "https://example.org/1", "2026-11-20T10:00:00Z");

    @Nested
    class Reading {

        @Test
        void allFieldsAreRead() {
            assertThat(read(FULL)).isEqualTo(POST);
        }

        @Test
        void titleAddressAndDateMayBeMissingOrNull() {
            var bare = new Post("1", "X", "Ada", null, null, null);

            assertThat(read("{\"id\":\"1\",\"publication\":\"X\",\"content\":\"Ada\"}"))
                    .isEqualTo(bare);
            assertThat(read("{\"id\":\"1\",\"publication\":\"X\",\"content\":\"Ada\",\"title\":null,\"url\":null}"))
                    .isEqualTo(bare);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"publication\":\"X\",\"content\":\"Ada\"}",
                    "{\"id\":null,\"publication\":\"X\",\"content\":\"Ada\"}"
                })
        void aMissingIdIsAskedFor(String json) {
            assertThat(JSON.read(json.getBytes(UTF_8), () -> "made").id()).isEqualTo("made");
        }

        @Test
        void anIdThatIsThereIsNotAskedFor() {
            assertThat(JSON.read(FULL.getBytes(UTF_8), () -> {
                                throw new AssertionError("asked");
                            })
                            .id())
                    .isEqualTo("a-1");
        }

        @Test
        void unknownFieldsOfAnyShapeAreIgnored() {
            assertThat(read(FULL.replaceFirst("\\{", "{\"x\":{\"id\":[1,{}]},\"y\":[\"id\"],\"z\":1e9,\"w\":true,")))
                    .isEqualTo(POST);
        }

        @Test
        void ofAFieldThatOccursTwiceTheLastStands() {
            assertThat(read(FULL.replaceFirst("\\{", "{\"id\":\"b-2\",\"content\":\"Nothing.\",")))
                    .isEqualTo(POST);
        }

        @Test
        void publicationsAreOneSpacedAndContentIsKeptAsItIs() {
            Post post = read("{\"id\":\"1\",\"publication\":\" The  Hill \",\"content\":\" Ada \\n\\u0000 Bo \"}");

            assertThat(post.publication()).isEqualTo("The Hill");
            assertThat(post.content()).isEqualTo(" Ada \n\u0000 Bo ");
        }

        @Test
        void surrogatesWithoutAPartnerBecomeReplacementCharacters() {
            Post post =
                    read("{\"id\":\"1\",\"publication\":\"X\\ud83d\",\"content\":\"\\ude00 \\ud83d\\ude00 \\ud83d\"}");

            assertThat(post.publication()).isEqualTo("X\uFFFD");
            assertThat(post.content()).isEqualTo("\uFFFD \uD83D\uDE00 \uFFFD");
        }

        @Test
        void aByteOrderMarkIsSkipped() {
            assertThat(read("\uFEFF" + FULL)).isEqualTo(POST);
        }
    }

    @Nested
    class WhatIsNoJson {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "null",
                    "7",
                    "\"text\"",
                    "[]",
                    "[{}]",
                    "{",
                    "{\"id\"",
                    "{\"id\":\"1\"",
                    "{\"id\":\"1\",}",
                    "{'id':'1'}",
                    "{\"id\":\"1}",
                    "{\"content\":\"\\u12\"}",
                    "{\"content\":\"line\nbreak\"}",
                    "{\"content\":NaN}",
                    "publication=X"
                })
        void isRefused(String json) {
            assertThat(problem(json).reason()).isEqualTo(Reason.NOT_JSON);
            assertThat(problem(json)).hasMessageStartingWith("not JSON: ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "{}", "]", "}", " null"})
        void includesWhatFollowsTheObject(String tail) {
            assertThat(problem(FULL + tail).reason()).isEqualTo(Reason.NOT_JSON);
            assertThat(read(FULL + " \n")).isEqualTo(POST);
        }

        @Test
        void includesWhatIsNoUtf8() {
            byte[] latin1 = FULL.replace("Ada", "\u00C9va").getBytes(StandardCharsets.ISO_8859_1);

            assertThat(problem(latin1).reason()).isEqualTo(Reason.NOT_JSON);
        }

        @Test
        void includesNestingThatNoPostNeeds() {
            String deep = "[".repeat(100_000) + "]".repeat(100_000);

            assertThat(problem(FULL.replaceFirst("\\{", "{\"x\":" + deep + ",")).reason())
                    .isEqualTo(Reason.NOT_JSON);
        }

        @Test
        void neverSurfacesAsAnotherException() {
            long seed = System.nanoTime();
            var random = new Random(seed);
            for (int round = 0; round < 20_000; round++) {
                byte[] json = FULL.getBytes(UTF_8);
                for (int i = random.nextInt(4); i >= 0; i--) {
                    json[random.nextInt(json.length)] = (byte) random.nextInt(256);
                }
                try {
                    JSON.read(json, () -> null);
                } catch (InvalidPostException e) {
                    assertThat(e.getMessage()).isNotBlank();
                } catch (RuntimeException e) {
                    throw new AssertionError("seed %d, round %d".formatted(seed, round), e);
                }
            }
        }
    }

    @Nested
    class WrongFields {

        @Test
        void areAllNamedInTheOrderOfTheContract() {
            assertThat(problem("{\"published_at\":1,\"url\":[],\"title\":{},\"id\":\"/\",\"content\":\" \"}")
                            .fields())
                    .containsExactly(
                            new FieldProblem("publication", "is missing"),
                            new FieldProblem("content", "must not be blank"),
                            new FieldProblem("id", "must be 1 to 128 of A-Z a-z 0-9 . _ ~ : -"),
                            new FieldProblem("title", "must be a string"),
                            new FieldProblem("url", "must be a string"),
                            new FieldProblem("published_at", "must be a string"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"id\":null,\"publication\":null,\"content\":null}"})
        void missingAndNullAreTheSame(String json) {
            assertThat(problem(json))
                    .hasMessage("publication is missing; content is missing; id is missing")
                    .extracting(InvalidPostException::reason)
                    .isEqualTo(Reason.INVALID_FIELDS);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"\"a-1\"|7", "\"The Daily Example\"|true", "\"Ada went home.\"|[\"Ada\"]", "\"Home\"|{}"})
        void onlyStringsAreTaken(String value, String other) {
            assertThat(problem(FULL.replace(value, other)).fields())
                    .extracting(FieldProblem::message)
                    .containsExactly("must be a string");
        }

        @Test
        void areNamedOnceHoweverOftenTheyOccur() {
            assertThat(problem(FULL.replaceFirst("\\{", "{\"id\":1,\"id\":[],")).fields())
                    .containsExactly(new FieldProblem("id", "must be a string"));
        }

        @Test
        void anIdOfTheWrongTypeIsNotReplaced() {
            var problem = catchThrowableOfType(
                    InvalidPostException.class,
                    () -> JSON.read(FULL.replace("\"a-1\"", "7").getBytes(UTF_8), () -> "made"));

            assertThat(problem.fields()).containsExactly(new FieldProblem("id", "must be a string"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"title", "url", "published_at"})
        void remarksHaveAtMost4096Characters(String field) {
            String json = "{\"id\":\"1\",\"publication\":\"X\",\"content\":\"Ada\",\"%s\":\"%s\"}";

            assertThat(read(json.formatted(field, "x".repeat(4_096)))).isNotNull();
            assertThat(problem(json.formatted(field, "x".repeat(4_097))).fields())
                    .containsExactly(new FieldProblem(field, "must have at most 4,096 characters, not 4,097"));
        }
    }

    @Nested
    class LongContent {

        @ParameterizedTest
        @ValueSource(strings = {"x", "\u00E9", "\u20AC", "\uD83D\uDE00"})
        void hasItsLimitInBytesOfUtf8(String unit) {
            int bytes = unit.getBytes(UTF_8).length;
            String most = unit.repeat(262_144 / bytes) + "y".repeat(262_144 % bytes);

            assertThat(read(content(most)).content()).isEqualTo(most);
            assertThat(problem(content(most + "y")))
                    .hasMessage("content must have at most 262,144 bytes of UTF-8")
                    .extracting(InvalidPostException::reason)
                    .isEqualTo(Reason.CONTENT_TOO_LARGE);
        }

        @Test
        void isMeasuredAsReadAndNotAsEscaped() {
            String escaped = "\\u0001".repeat(262_143) + "x";

            assertThat(read("{\"id\":\"1\",\"publication\":\"X\",\"content\":\"" + escaped + "\"}")
                            .content())
                    .hasSize(262_144);
        }

        @Test
        void staysUnderTheLimitOfARecordHoweverItIsEscaped() {
            String worst = "\u0001".repeat(4_096);
            var post = new Post("x".repeat(128), "\u00E9".repeat(200), "\u0001".repeat(262_144), worst, worst, worst);

            assertThat(PostJson.write(post)).hasSizeLessThan(2 * 1024 * 1024);
        }

        private static String content(String content) {
            return "{\"id\":\"1\",\"publication\":\"X\",\"content\":\"" + content + "\"}";
        }
    }

    @Nested
    class Writing {

        @Test
        void aPostIsWrittenAsTheContractSays() {
            assertThat(new String(PostJson.write(POST), UTF_8)).isEqualTo(FULL);
        }

        @Test
        void whatIsMissingIsLeftOut() {
            assertThat(new String(PostJson.write(new Post("1", "X", "Ada", null, null, null)), UTF_8))
                    .isEqualTo("{\"id\":\"1\",\"publication\":\"X\",\"content\":\"Ada\"}");
        }

        @Test
        void aPostIsReadAsItWasWritten() {
            long seed = System.nanoTime();
            var random = new Random(seed);
            for (int round = 0; round < 1_000; round++) {
                var post = new Post("1", "X", "x" + RandomText.of(random, 40), RandomText.of(random, 9), null, null);

                assertThat(JSON.read(PostJson.write(post), () -> null))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(post);
            }
        }
    }

    @Nested
    class HandedOn {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    FULL,
                    FULL + " \r",
                    "{ \"content\": \"Ad\\u0061 \\ud83d\\ude00 \u00E9\",\n \"publication\": \"X\", \"id\": \"1\" }"
                })
        void aPostStaysAsItCame(String json) {
            byte[] bytes = json.getBytes(UTF_8);

            EncodedPost post = JSON.encode(bytes, () -> null);

            assertThat(post.json()).isSameAs(bytes);
            assertThat(post.id()).isEqualTo(read(json).id());
        }

        @Test
        void aMissingIdIsWrittenIntoIt() {
            byte[] bytes = "{\"publication\":\"X\",\"content\":\"Ada\"}".getBytes(UTF_8);

            EncodedPost post = JSON.encode(bytes, () -> "made");

            assertThat(post.id()).isEqualTo("made");
            assertThat(post.json())
                    .asString(UTF_8)
                    .isEqualTo("{\"id\":\"made\",\"publication\":\"X\",\"content\":\"Ada\"}");
        }

        @ParameterizedTest
        @MethodSource("dev.dateline.model.PostJsonTest#notAsWritten")
        void whatWeWouldNotWriteIsWrittenAnew(byte[] json) {
            byte[] anew = JSON.encode(json, () -> null).json();

            assertThat(anew).isNotEqualTo(json).isEqualTo(PostJson.write(JSON.read(json, () -> null)));
        }

        @Test
        void whatIsLongerThanItHasToBeIsWrittenAnew() {
            String spaces = FULL.replaceFirst(",", "," + " ".repeat(1024 * 1024));

            assertThat(JSON.encode(spaces.getBytes(UTF_8), () -> null).json())
                    .asString(UTF_8)
                    .isEqualTo(FULL);
        }

        @Test
        void aPostIsReadFromItAsFromWhatCame() {
            long seed = System.nanoTime();
            var random = new Random(seed);
            for (int round = 0; round < 20_000; round++) {
                byte[] json = FULL.getBytes(UTF_8);
                for (int i = random.nextInt(3); i >= 0; i--) {
                    json[random.nextInt(json.length)] = (byte) random.nextInt(256);
                }
                try {
                    Post post = JSON.read(json, () -> "made");
                    EncodedPost encoded = JSON.encode(json, () -> "made");

                    assertThat(JSON.read(encoded.json(), () -> null))
                            .as("seed %d, round %d", seed, round)
                            .isEqualTo(post);
                    assertThat(encoded.id()).isEqualTo(post.id());
                } catch (InvalidPostException e) {
                    assertThatThrownBy(() -> JSON.encode(json, () -> "made")).hasMessage(e.getMessage());
                }
            }
        }
    }

    /** Posts that are taken, and of which something is left out or replaced. */
    static Stream<byte[]> notAsWritten() {
        byte[] overlong = FULL.replace("Ada", "A**").getBytes(UTF_8);
        int at = FULL.indexOf("Ada") + 1;
        overlong[at] = (byte) 0xC1;
        overlong[at + 1] = (byte) 0x81;
        return Stream.concat(
                Stream.of(
                                FULL.replaceFirst("\\{", "{\"x\":1,"),
                                FULL.replaceFirst("\\{", "{\"title\":null,"),
                                FULL.replaceFirst("\\{", "{\"id\":\"b-2\","),
                                FULL.replace("The Daily", " The  Daily"),
                                FULL.replace("Ada", "Ada \\ud83d"),
                                "\uFEFF" + FULL,
                                " " + FULL)
                        .map(json -> json.getBytes(UTF_8)),
                Stream.of(overlong, FULL.getBytes(UTF_16LE), FULL.getBytes(UTF_16BE)));
    }

    private static Post read(String json) {
        return JSON.read(json.getBytes(UTF_8), () -> null);
    }

    private static InvalidPostException problem(String json) {
        return problem(json.getBytes(UTF_8));
    }

    private static InvalidPostException problem(byte[] json) {
        return catchThrowableOfType(InvalidPostException.class, () -> JSON.read(json, () -> null));
    }
}
