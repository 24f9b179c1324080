package io.atalaya.connect;

/** How credentials go on after their end. */
public enum Renewal {
    /** They do not end. */
    NOT_NEEDED,
    /** Renewed five minutes before the end, nobody is asked. */
    AUTOMATIC,
    /** {@link Session#renew} asks a person. */
    PERSON,
    /** Only their maker can: a session key in a file or in the environment. */
    ELSEWHERE
}
