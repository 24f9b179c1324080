package io.atalaya.ui.noc.chart;

import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Problem;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Reads metrics when a person wants to see them (cloudwatch:GetMetricData): never on a cadence of its own. */
@FunctionalInterface
public interface ChartReads {
    /** Nothing can be read: pictures, tests. */
    ChartReads NONE = (query, answer) -> answer.accept(new Answer.Series(List.of()));

    /**
     * What is wanted.
     *
     * @param ids the answer's series are in their order
     * @param from whole periods
     * @param periodSeconds see {@link ChartPeriod}
     */
    record Query(List<MetricId> ids, Instant from, Instant to, int periodSeconds) {
        public Query {
            ids = List.copyOf(ids);
        }
    }

    /** What came of it. */
    sealed interface Answer {
        /** One for each metric, in their order; without points where CloudWatch has none. */
        record Series(List<MetricSeries> series) implements Answer {
            public Series {
                series = List.copyOf(series);
            }
        }

        /** AWS did not answer, or refused. */
        record Failed(Problem problem) implements Answer {}
    }

    /** @param answer called once, on any thread */
    void read(Query query, Consumer<Answer> answer);
}
