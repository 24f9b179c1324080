package io.atalaya.ui.noc;

import io.atalaya.noc.desk.Entry;
import io.atalaya.ui.noc.chart.ChartPicture;
import io.atalaya.ui.noc.chart.Meanwhile;
import java.time.Instant;
import java.util.List;

/** What the desk had of an item, and what happened to the deployment beside it. */
final class ItemMeanwhile implements Meanwhile {
    private static final int MOST = 60;
    private final String item;
    private final NocPorts ports;
    private final DeskWords words;
    private final java.util.function.Supplier<Instant> now;

    ItemMeanwhile(String item, NocPorts ports, DeskWords words, java.util.function.Supplier<Instant> now) {
        this.item = item;
        this.ports = ports;
        this.words = words;
        this.now = now;
    }

    @Override
    public List<ChartPicture.Band> bands(Instant from, Instant to) {
        return ports.desk().state().getValue().entries().values().stream()
                .filter(it -> it.kind().equals("item." + item))
                .filter(it -> it.opened().isBefore(to) && end(it).isAfter(from))
                .map(it -> new ChartPicture.Band(
                        it.opened(),
                        end(it),
                        DeskRows.state(it.worst()),
                        words.title(it.what(), now.get()) + (it.where().isEmpty() ? "" : " · " + it.where())))
                .limit(MOST)
                .toList();
    }

    private Instant end(Entry entry) {
        var ended = entry.ended();
        return ended == null ? now.get() : ended;
    }

    @Override
    public List<ChartPicture.Mark> marks(Instant from, Instant to) {
        return ports.marks().apply(from, to).stream().limit(MOST).toList();
    }
}
