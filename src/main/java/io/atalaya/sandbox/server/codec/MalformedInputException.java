package io.atalaya.sandbox.server.codec;

/** A request whose text cannot be read as its members say: the caller's mistake, answered with 400. */
public final class MalformedInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
