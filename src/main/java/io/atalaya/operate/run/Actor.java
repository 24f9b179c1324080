package io.atalaya.operate.run;

import org.jspecify.annotations.Nullable;

/**
 * Who acts, and where.
 *
 * @param profile of the AWS configuration; null where there is none
 * @param account twelve digits, or empty where it is not known
 * @param region AWS's name of it
 * @param endpoint of another server than AWS, in the words by which it is found again at the next start; null at AWS
 * @param caller the ARN that acts, or empty where it is not known
 */
public record Actor(
        @Nullable String profile,
        String account,
        String region,
        @Nullable String endpoint,
        String caller) {
    /** Whether what happens is real. */
    public boolean isAws() {
        return endpoint == null;
    }
}
