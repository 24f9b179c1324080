package io.atalaya.connect;

/**
 * One thing that happens while signing in.
 *
 * @param detail the settings it reads or the call it makes, verbatim: {@code role_arn, mfa_serial}, {@code sts:AssumeRole}
 */
public record SignInStep(Kind kind, String detail) {
    /** What happens, in the order in which it can. */
    public enum Kind {
        START_SANDBOX,
        READ_PROFILE,
        /** Reading the key of a file or of the environment. */
        READ_KEY,
        /** Somebody approves in the browser. */
        BROWSER,
        /** A program prints the credentials. */
        PROCESS,
        /** A code is typed. */
        MFA_CODE,
        GET_ROLE,
        WHO_AM_I
    }
}
