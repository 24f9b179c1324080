package io.atalaya.noc.probe;

import java.io.IOException;

/** A probe that this console does not send; the message says why. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    public RefusedException(String why) {
        super(why);
    }
}
