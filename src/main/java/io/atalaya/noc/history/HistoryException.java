package io.atalaya.noc.history;

/** The file cannot be read or written now: a full disk, a file that may not be written, another program that holds it. */
public final class HistoryException extends Exception {
    private static final long serialVersionUID = 1;

    HistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
