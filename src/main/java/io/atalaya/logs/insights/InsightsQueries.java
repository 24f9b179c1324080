package io.atalaya.logs.insights;

import io.atalaya.deployment.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries of CloudWatch Logs. Implemented in {@code aws}; blocking; whatever goes wrong is an answer. */
public interface InsightsQueries {
    /** What came of starting one (logs:StartQuery). */
    sealed interface Started {
        record Query(String id) implements Started {}

        record Failed(Problem problem) implements Started {}
    }

    /** In which state CloudWatch has a query. */
    enum Phase {
        SCHEDULED,
        RUNNING,
        COMPLETE,
        FAILED,
        CANCELLED,
        /** After sixty minutes. */
        TIMEOUT,
        UNKNOWN;

        /** Whether nothing more will come. */
        public boolean over() {
            return this != SCHEDULED && this != RUNNING && this != UNKNOWN;
        }
    }

    /** What is there of a query's results (logs:GetQueryResults). */
    sealed interface Results {
        record Found(Phase phase, ResultTable table, Statistics statistics) implements Results {}

        record Failed(Problem problem) implements Results {}
    }

    /** How many bytes were written to groups (cloudwatch:GetMetricData, {@code IncomingBytes} of AWS/Logs). */
    sealed interface Written {
        /** By group, as named in the question; 0 where CloudWatch has no data. */
        record Bytes(Map<String, Double> byGroup) implements Written {
            public Bytes {
                byGroup = Map.copyOf(byGroup);
            }
        }

        record Failed(Problem problem) implements Written {}
    }

    /**
     * A query of this account that CloudWatch remembers (logs:DescribeQueries).
     *
     * @param group the log group it was asked of; null where CloudWatch does not say
     */
    record Remembered(
            String id,
            String text,
            Phase phase,
            @Nullable Instant created,
            @Nullable String group) {}

    Started start(InsightsQuery query);

    Results results(String id);

    /** Ends it (logs:StopQuery); empty when it is ended, or was over already. */
    Optional<Problem> stop(String id);

    /** By whole hours that touch the span. */
    Written written(List<String> groups, Instant from, Instant to);

    /** All fields of the event that a row's {@code @ptr} points at (logs:GetLogRecord); empty where it cannot be had. */
    Map<String, String> record(String pointer);

    /** Those that are running; empty also when that cannot be asked. */
    List<Remembered> running();
}
