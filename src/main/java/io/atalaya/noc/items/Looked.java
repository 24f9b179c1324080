package io.atalaya.noc.items;

import io.atalaya.deployment.Problem;
import io.atalaya.noc.catalogue.ItemSource;
import org.jspecify.annotations.Nullable;

/**
 * One source that was looked at for a value and had none.
 *
 * @param where what was looked for, in AWS's words: {@code CWAgent mem_used_percent InstanceId=i-1}; a log group; a URL
 * @param problem what went wrong when it was asked; null where nothing did
 * @param recipe which snippet of the catalogue makes it arrive; null where none does
 */
public record Looked(
        ItemSource source,
        String where,
        Why why,
        @Nullable Problem problem,
        @Nullable String recipe) {
    /** Why there is no value. */
    public enum Why {
        /** CloudWatch knows no such metric here. */
        NOT_PUBLISHED,
        /** The metric is known, and had no data point within the hour. */
        NO_POINTS,
        /** What it depends on was not read yet. */
        NOT_READ,
        DENIED,
        /** It was asked and did not answer. */
        FAILING,
        /** More metrics than may be asked for: this one was left out. */
        LEFT_OUT,
        /** No log group, record or state to look at. */
        NOTHING_TO_ASK,
        /** No line of the log says it. */
        NOT_FOUND
    }

    /** {@code noc.why.NOT_PUBLISHED}. */
    public String whyKey() {
        return "noc.why." + why;
    }
}
