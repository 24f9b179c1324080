package io.atalaya.ui.noc;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.noc.history.HistoryWriter;
import io.atalaya.noc.items.Board;
import io.atalaya.ui.noc.chart.ChartPicture;
import io.atalaya.ui.noc.chart.ChartReads;
import io.atalaya.ui.noc.chart.ChartSaver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What the view of metrics and alarms is given.
 *
 * @param board the newest; null before the first; changes on the JavaFX thread
 * @param unkept why what is measured is not kept on this disk; empty where it is
 * @param marks what happened to the deployment, and what this console did, between two moments
 * @param logs opens the logs of a resource
 * @param pasts what an alarm said
 * @param screen the way to the JavaFX thread
 */
public record NocPorts(
        ObservableValue<@Nullable Board> board,
        Supplier<Optional<HistoryWriter.Problem>> unkept,
        AlarmDesk desk,
        ChartReads reads,
        ChartSaver saver,
        BiFunction<Instant, Instant, List<ChartPicture.Mark>> marks,
        Consumer<ResourceRef> logs,
        AlarmPasts pasts,
        Executor screen) {}
