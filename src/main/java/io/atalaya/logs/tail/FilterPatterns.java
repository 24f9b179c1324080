package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;
import java.util.List;

/** Asks CloudWatch whether a filter pattern is one (logs:TestMetricFilter). Implemented in {@code aws}; blocking. */
@FunctionalInterface
public interface FilterPatterns {
    /** What CloudWatch says. */
    sealed interface Answer {
        /**
         * It is one.
         *
         * @param matching those of the samples that it matches
         * @param of how many were tried, at most fifty
         */
        record Valid(List<String> matching, int of) implements Answer {
            public Valid {
                matching = List.copyOf(matching);
            }
        }

        /** It is none. @param reason AWS's own words */
        record Invalid(String reason) implements Answer {}

        /** CloudWatch could not be asked: nothing is known of the pattern. */
        record Failed(Problem problem) implements Answer {}
    }

    /** @param samples messages to try it on; may be none */
    Answer test(String pattern, List<String> samples);
}
