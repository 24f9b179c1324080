package io.atalaya.aws.readers;

/**
 * How many items a page may have. AWS's most is best: each page is a call against the quota. Tests ask for less.
 *
 * @param most never more than this, whatever the API would give
 */
public record PageSize(int most) {
    /** As many as each API gives. */
    public static final PageSize LARGEST = new PageSize(Integer.MAX_VALUE);

    /**
     * @param least that the API accepts
     * @param limit of the API
     */
    int within(int least, int limit) {
        return Math.max(least, Math.min(most, limit));
    }
}
