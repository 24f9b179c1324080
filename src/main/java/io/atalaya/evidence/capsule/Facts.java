package io.atalaya.evidence.capsule;

import java.time.Instant;
import java.util.List;

/**
 * What the maker of a capsule says of it.
 *
 * @param id burned into its pictures
 * @param takenAt when the capture began, by this computer's clock
 * @param recipe what was asked for
 * @param version of the program
 * @param programSha256 of the program itself
 */
public record Facts(
        String id,
        Instant takenAt,
        Origin origin,
        String recipe,
        String version,
        String programSha256,
        List<LeftOut> leftOut) {
    public Facts {
        leftOut = List.copyOf(leftOut);
    }

    public Facts leavingOut(List<LeftOut> these) {
        return new Facts(id, takenAt, origin, recipe, version, programSha256, these);
    }
}
