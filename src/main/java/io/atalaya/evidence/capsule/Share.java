package io.atalaya.evidence.capsule;

/**
 * Which of the capsules of one capture it is, where one would be larger than was wished.
 *
 * @param number from 1
 * @param of all of them
 */
public record Share(int number, int of) {
    /** Of a capture that is one capsule. */
    public static final Share WHOLE = new Share(1, 1);
}
