package io.atalaya.evidence.document.drift;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the deployment was, or should be.
 *
 * @param file its name
 * @param account of which it was made; null where a person wrote it
 * @param madeAt when it was made; null where a person wrote it
 * @param tables those it has: of others nothing is expected
 */
public record Baseline(
        String file, @Nullable String account, @Nullable Instant madeAt, List<Known.Table> tables) {
    public Baseline {
        tables = List.copyOf(tables);
    }

    /** Whether a person wrote it: then letters are compared without their case. */
    public boolean written() {
        return madeAt == null;
    }
}
