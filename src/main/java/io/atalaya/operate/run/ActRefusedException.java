package io.atalaya.operate.run;

/** An act was not begun: nothing was written down and nothing was sent. */
public final class ActRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    ActRefusedException(Refusal refusal) {
        super(refusal.name());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
