package io.atalaya.operate.run;

/** Why this console does not even try. */
public enum Refusal {
    /** The deployment is read-only: nobody armed it, or the time is over. */
    NOT_ARMED("operate.refused.notArmed"),
    /** Preflight does not allow it. */
    NOT_ALLOWED("operate.refused.notAllowed"),
    /** It would do something that was not shown: the deployment has changed since. */
    CHANGED("operate.refused.changed"),
    /** The resource's name was not typed as it is. */
    NAME_NOT_TYPED("operate.refused.nameNotTyped"),
    /** The very same act is under way: a second press of the button. */
    ALREADY_RUNNING("operate.refused.alreadyRunning"),
    /** The connection was closed. */
    CLOSED("operate.refused.closed");

    private final String key;

    Refusal(String key) {
        this.key = key;
    }

    /** Of its sentence. */
    public String key() {
        return key;
    }
}
