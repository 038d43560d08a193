package dev.dateline.model;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a post, all of it at once. */
public final class InvalidPostException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Which kind of wrong, as far as the answer to it differs. */
    public enum Reason {
        /** The bytes are not one JSON object in UTF-8. */
        NOT_JSON,
        /** The content is over its limit. */
        CONTENT_TOO_LARGE,
        /** A field is missing, of the wrong type or out of its bounds. */
        INVALID_FIELDS
    }

    /**
     * One wrong field.
     *
     * @param message reads on from the field's name: "must have 1 to 200 characters, not 0"
     */
    public record FieldProblem(String field, String message) {}

    private final Reason reason;
    private final transient List<FieldProblem> fields;

    InvalidPostException(String notJson, @Nullable Throwable cause) {
        super("not JSON: " + notJson, cause);
        this.reason = Reason.NOT_JSON;
        this.fields = List.of();
    }

    InvalidPostException(Reason reason, List<FieldProblem> fields) {
        super(fields.stream().map(f -> f.field() + " " + f.message()).collect(Collectors.joining("; ")));
        this.reason = reason;
        this.fields = List.copyOf(fields);
    }

    /** Which kind of wrong. */
    public Reason reason() {
        return reason;
    }

    /** The wrong fields, in the order of the contract; empty unless fields are what is wrong. */
    public List<FieldProblem> fields() {
        return fields;
    }
}
