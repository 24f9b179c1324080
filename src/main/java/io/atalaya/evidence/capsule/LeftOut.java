package io.atalaya.evidence.capsule;

/**
 * What is not in a capsule because it must not leave.
 *
 * @param where the item, or empty for all of them
 * @param what the header, element or parameter
 * @param times how often it was there
 * @param asked whether the user marked it; else the program did
 */
public record LeftOut(String where, String what, int times, boolean asked) {}
