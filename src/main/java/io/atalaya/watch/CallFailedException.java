package io.atalaya.watch;

/** Names the call that failed, where a source makes several and the failure itself does not say which. */
public final class CallFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String call;

    /** @param call as IAM names it */
    public CallFailedException(String call, Throwable cause) {
        super(cause);
        this.call = call;
    }

    public String call() {
        return call;
    }
}
