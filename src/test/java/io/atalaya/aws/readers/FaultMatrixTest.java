package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.watch.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every source in every trouble, over the real wire, in virtual time: the last data stays, its age goes on, the problem has
 * its name, fewer requests are sent, and one cadence after the trouble everything is as before. The table is printed and
 * written to {@code target/fault-matrix.txt}; {@code docs/fault-matrix.md} keeps it.
 */
@Tag("real-time")
class FaultMatrixTest {
    private static final Path REPORT = Path.of("target", "fault-matrix.txt");
    /** Waiting in vain and the client's pauses cost real time: such troubles are shared out among so many sandboxes. */
    private static final int BENCHES = 3;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void everySourceSurvivesEveryTrouble() throws Exception {
        var cells = new ArrayList<FaultCell.Told>();
        var herds = new ArrayList<FaultHerd.Told>();
        var wrong = new ConcurrentLinkedQueue<Throwable>();
        var groups = new ArrayList<Callable<List<FaultCell.Told>>>();
        for (var trouble : Trouble.values()) {
            var shares = trouble.isRetried() ? BENCHES : 1;
            for (var share = 0; share < shares; share++) {
                var mine = share;
                groups.add(() -> cells(trouble, mine, shares, wrong));
            }
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = executor.submit(FaultHerd::all);
            for (var each : executor.invokeAll(groups, 3, TimeUnit.MINUTES)) {
                cells.addAll(each.get());
            }
            herds.addAll(all.get(1, TimeUnit.MINUTES));
        }
        report(new FaultTable(cells, herds));

        assertThat(wrong).isEmpty();
        assertThat(cells).hasSize((sources() + 1) * Trouble.values().length);
    }

    private static List<FaultCell.Told> cells(Trouble trouble, int share, int shares, Queue<Throwable> wrong) {
        var told = new ArrayList<FaultCell.Told>();
        try (var bench = new FaultBench()) {
            var all = FaultCell.sources(bench);
            for (var i = share; i < all.size(); i += shares) {
                told.addAll(cells(bench, all.get(i), all, trouble, wrong));
            }
        }
        return told;
    }

    /** A cell that goes wrong does not hide the others. */
    private static <T> List<FaultCell.Told> cells(
            FaultBench bench, Source<T> source, List<Source<?>> all, Trouble trouble, Queue<Throwable> wrong) {
        var told = new ArrayList<FaultCell.Told>();
        try {
            told.add(new FaultCell<>(bench, source, all, trouble).run());
            if (source.part() == Parts.INSTANCE_TYPES) {
                // it asks no more once it knows them: the trouble has to be there first
                told.add(new FaultCell<>(bench, source, all, trouble).runCold());
            }
        } catch (AssertionError | RuntimeException e) {
            wrong.add(e);
            bench.end();
        }
        return told;
    }

    private static int sources() {
        try (var bench = new FaultBench()) {
            return FaultCell.sources(bench).size();
        }
    }

    @SuppressWarnings("SystemOut") // the matrix is what this test is run for
    private static void report(FaultTable table) throws IOException {
        var brief = table.matrix() + "\n" + table.herds();
        System.out.println(brief);
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, brief + "\n" + table.details());
    }
}
