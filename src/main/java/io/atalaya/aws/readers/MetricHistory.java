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
import java.util.function.Supplier;

/** Metrics of any time, when a person wants to see them (cloudwatch:GetMetricData). A person waits: these calls go first. */
public final class MetricHistory {
    private static final String CALL = "cloudwatch:GetMetricData";

    /** GetMetricData takes no more in one call. */
    private static final int AT_ONCE = 500;

    private final Supplier<? extends Clients> clients;
    private final ProblemMapper problems;

    public MetricHistory(Supplier<? extends Clients> clients, ProblemMapper problems) {
        this.clients = clients;
        this.problems = problems;
    }

    /** What CloudWatch answered. */
    public sealed interface Answer {
        /** One for each metric, in their order; without points where CloudWatch has none. */
        record Found(List<MetricSeries> series) implements Answer {
            public Found {
                series = List.copyOf(series);
            }
        }

        /** It did not. */
        record Failed(Problem problem) implements Answer {}
    }

    /**
     * Blocks until CloudWatch answered.
     *
     * @param from a whole period; the first that is wanted
     * @param periodSeconds 60, or a multiple; older points are kept more coarsely only
     */
    public Answer read(List<MetricId> ids, Instant from, Instant to, int periodSeconds) {
        try {
            return new CallContext(Priority.CLICK, 0).call(() -> {
                var series = new ArrayList<MetricSeries>();
                for (int first = 0; first < ids.size(); first += AT_ONCE) {
                    var some = ids.subList(first, Math.min(ids.size(), first + AT_ONCE));
                    series.addAll(MetricFetch.of(clients.get().cloudWatch(), some, from, to, periodSeconds));
                }
                return new Answer.Found(series);
            });
        } catch (Exception e) { // whatever the SDK throws is an answer
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return new Answer.Failed(problems.problem(CALL, e));
        }
    }
}
