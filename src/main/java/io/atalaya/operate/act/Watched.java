package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Watches one item of one part. */
final class Watched {
    /** Judges it; null where it is not in the list, which is then known to be complete. */
    @FunctionalInterface
    interface Judge<T> {
        Progress of(@Nullable T before, @Nullable T now);
    }

    private Watched() {}

    static <T> Settling one(Part<T> part, Duration patience, Predicate<T> which, Judge<T> judge) {
        return new Settling(Set.of(part), patience, (before, now) -> {
            var seen = find(part, which, now);
            var listing = now.observed(part).value();
            if (seen == null && (listing == null || !listing.complete())) {
                return Progress.underWay(""); // not in the pages that arrived so far says nothing
            }
            return judge.of(find(part, which, before), seen);
        });
    }

    private static <T> @Nullable T find(Part<T> part, Predicate<T> which, Deployment deployment) {
        return deployment.items(part).stream().filter(which).findFirst().orElse(null);
    }

    /** For a setting that AWS shows as it is: done when it is there. */
    static <T> Settling until(Part<T> part, Predicate<T> which, Predicate<T> reached) {
        return one(part, Duration.ofMinutes(5), which, (before, now) -> {
            if (now == null) {
                return Progress.failed("");
            }
            return reached.test(now) ? Progress.done("") : Progress.underWay("");
        });
    }
}
