package io.atalaya.aws;

import io.atalaya.connect.Veto;

/** The write gate did not let a call out. Nothing was sent. */
public final class VetoedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Veto veto;

    VetoedException(Veto veto) {
        super(veto.call() + " was not sent: " + veto.reason());
        this.veto = veto;
    }

    public Veto veto() {
        return veto;
    }
}
