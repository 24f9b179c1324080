package io.atalaya.app;

import io.atalaya.aws.readers.MetricRange;
import io.atalaya.ui.noc.chart.ChartReads;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a chart shows over one connection, behind. */
final class ScopeCharts implements ChartReads {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeCharts.class);

    private final MetricRange range;
    private final Executor background;

    ScopeCharts(MetricRange range, Executor background) {
        this.range = range;
        this.background = background;
    }

    @Override
    public void read(Query query, Consumer<Answer> answer) {
        try {
            background.execute(() -> answer.accept(
                    switch (range.read(query.ids(), query.from(), query.to(), query.periodSeconds())) {
                        case MetricRange.Answer.Series some -> new Answer.Series(some.series());
                        case MetricRange.Answer.Failed failed -> new Answer.Failed(failed.problem());
                    }));
        } catch (RejectedExecutionException ending) {
            LOG.debug("the connection is left");
        }
    }
}
