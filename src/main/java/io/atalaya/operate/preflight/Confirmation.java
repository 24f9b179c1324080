package io.atalaya.operate.preflight;

/** What a person must do to confirm. */
public enum Confirmation {
    /** Press the button that names the act. */
    PRESS,
    /** Read the consequences and press: the button is not the default. */
    CONSIDER,
    /** Type the resource's name. */
    TYPE_NAME,
    /** It cannot be confirmed. */
    NONE
}
