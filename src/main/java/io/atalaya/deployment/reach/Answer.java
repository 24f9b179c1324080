package io.atalaya.deployment.reach;

import io.atalaya.deployment.Part;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a question in one snapshot.
 *
 * @param paths one for each pair of places that the ends have and each way between them; the ones that stop first
 * @param passing all that passes for sure
 * @param doubts why something cannot be told, none twice; there may be some without changing the verdict
 * @param changes together they turn a no or partly into yes; none can be left out where there is one path, and where there
 *     are several each opens a part; empty where it is yes or nothing is known that would
 * @param complete whether {@code changes} is all that is needed
 * @param asOf the oldest answer of AWS this rests on; null where nothing was read
 * @param lastKnown the parts it rests on whose last attempt failed: what they said before that was used
 */
public record Answer(
        Question question,
        Verdict verdict,
        List<Path> paths,
        List<Passing> passing,
        List<Doubt> doubts,
        List<Change> changes,
        boolean complete,
        @Nullable Instant asOf,
        List<Part<?>> lastKnown) {
    public Answer {
        paths = List.copyOf(paths);
        passing = List.copyOf(passing);
        doubts = List.copyOf(doubts);
        changes = List.copyOf(changes);
        lastKnown = List.copyOf(lastKnown);
    }
}
