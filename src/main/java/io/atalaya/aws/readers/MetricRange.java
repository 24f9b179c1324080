package io.atalaya.aws.readers;

import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Problem;
import io.atalaya.watch.CallContext;
import io.atalaya.watch.Priority;
import io.atalaya.watch.ProblemMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Metrics over any time, when a person wants to see them: five hundred to a call (cloudwatch:GetMetricData). */
public final class MetricRange {
    private static final String CALL = "cloudwatch:GetMetricData";

    private final Clients clients;
    private final ProblemMapper problems;

    public MetricRange(Clients clients, ProblemMapper problems) {
        this.clients = clients;
        this.problems = problems;
    }

    /** What came of it. */
    public sealed interface Answer {
        /** One for each metric, in their order; without points where CloudWatch has none. */
        record Series(List<MetricSeries> series) implements Answer {
            public Series {
                series = List.copyOf(series);
            }
        }

        record Failed(Problem problem) implements Answer {}
    }

    /**
     * Asks and waits; a person waits too, so it goes before what is read by itself.
     *
     * @param from whole periods; so is {@code to}
     */
    public Answer read(List<MetricId> ids, Instant from, Instant to, int periodSeconds) {
        try {
            return new CallContext(Priority.CLICK, 0).call(() -> {
                var series = new ArrayList<MetricSeries>();
                for (int i = 0; i < ids.size(); i += KeyFigures.MOST) {
                    var batch = ids.subList(i, Math.min(ids.size(), i + KeyFigures.MOST));
                    series.addAll(MetricFetch.of(clients.cloudWatch(), batch, from, to, periodSeconds));
                }
                return new Answer.Series(series);
            });
        } catch (Exception e) { // whatever the SDK throws is an answer
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return new Answer.Failed(problems.problem(CALL, e));
        }
    }
}
