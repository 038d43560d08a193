package dev.dateline.explorer;

/** No article of this publication was counted. */
final class UnknownPublicationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownPublicationException(String nameOrKey) {
        super("no article by \"%s\" was counted".formatted(nameOrKey));
    }
}
