package dev.dateline.keys;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Several keys, as the server keeps them. Immutable. */
public final class ApiKeys {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<ApiKey> keys;
    private final List<byte[]> hashes;

    /** These keys. Of one name there may be several, as long as they are different. */
    public ApiKeys(List<ApiKey> keys) {
        this.keys = List.copyOf(keys);
        this.hashes =
                keys.stream().map(key -> HexFormat.of().parseHex(key.sha256())).toList();
    }

    /** The form of a file of keys. */
    private record Document(List<ApiKey> keys) {}

    /**
     * Reads {@code {"keys": [{"name": ..., "sha256": ..., "scopes": [...], "from": ..., "until": ...}]}}.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    public static ApiKeys parse(byte[] json) {
        try {
            Document document = JSON.readValue(json, Document.class);
            if (document == null || document.keys == null) {
                throw new IllegalArgumentException("holds no list \"keys\"");
            }
            return new ApiKeys(document.keys);
        } catch (DatabindException e) {
            Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
            throw new IllegalArgumentException(cause == e ? e.getOriginalMessage() : cause.getMessage(), e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** What {@link #parse} reads. */
    public String json() {
        return JSON.writeValueAsString(new Document(keys)) + "\n";
    }

    /** All of them, ended ones too. */
    public List<ApiKey> all() {
        return keys;
    }

    /** Whose it is, valid or not. Takes equally long for each secret, so that time tells nothing about the right ones. */
    public Optional<ApiKey> find(Secret secret) {
        byte[] hash = secret.hash();
        ApiKey found = null;
        for (int i = 0; i < hashes.size(); i++) {
            found = MessageDigest.isEqual(hashes.get(i), hash) ? keys.get(i) : found;
        }
        return Optional.ofNullable(found);
    }

    /** The one of this name that has not ended, if there is one. */
    public Optional<ApiKey> named(String name, Instant now) {
        return keys.stream()
                .filter(key -> key.name().equals(name) && !key.hasEnded(now))
                .findFirst();
    }

    /** These and one more. */
    public ApiKeys with(ApiKey key) {
        return new ApiKeys(Stream.concat(keys.stream(), Stream.of(key)).toList());
    }

    /** These and those. */
    public ApiKeys with(ApiKeys others) {
        return new ApiKeys(Stream.concat(keys.stream(), others.keys.stream()).toList());
    }

    /** These, but for those of this name, which end then. */
    public ApiKeys ending(String name, Instant end) {
        return new ApiKeys(keys.stream()
                .map(key -> key.name().equals(name) ? key.endingAt(end) : key)
                .toList());
    }
}
