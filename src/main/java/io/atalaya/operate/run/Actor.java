package io.atalaya.operate.run;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, and where.
 *
 * @param profile of the AWS configuration; null where there is none
 * @param account twelve digits, or empty where it is not known
 * @param region AWS's name of it
 * @param endpoint of another server than AWS, in the words by which it is found again at the next start; null at AWS
 * @param who tells the ARN that acts now, or an empty text where it is not known. It may be another after each renewal of the
 *     credentials, and asking may block for one
 */
public record Actor(
        @Nullable String profile,
        String account,
        String region,
        @Nullable String endpoint,
        Supplier<String> who) {
    /** Somebody who stays the same. */
    public Actor(@Nullable String profile, String account, String region, @Nullable String endpoint, String caller) {
        this(profile, account, region, endpoint, () -> caller);
    }

    /** The ARN that acts now, or empty where it is not known. May block. */
    public String caller() {
        return who.get();
    }

    /** Whether what happens is real. */
    public boolean isAws() {
        return endpoint == null;
    }
}
