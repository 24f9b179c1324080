package io.atalaya.app;

import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.Entry;
import io.atalaya.noc.desk.Newcomers;
import io.atalaya.noc.desk.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells somebody who looks elsewhere of what needs a person, by the desktop; where it cannot, in a window of the program. */
final class DeskNotices {
    private static final Logger LOG = LoggerFactory.getLogger(DeskNotices.class);
    /** More at once are one notice. */
    private static final int ONE_BY_ONE = 3;

    /**
     * What notices rest on.
     *
     * @param wanted the severities of which a person wants to be told; asked on the screen's thread
     * @param watching whether a window of the program has the focus; asked on the screen's thread
     * @param words of what is told; called on the screen's thread
     * @param screen the JavaFX thread
     * @param background for what blocks
     * @param window shows it in a window; called on the screen's thread
     */
    record Ports(
            Supplier<Set<Severity>> wanted,
            BooleanSupplier watching,
            Words words,
            Executor screen,
            Executor background,
            DesktopNotifier desktop,
            Consumer<Notice> window) {}

    /** Words for entries. */
    interface Words {
        Notice of(Entry entry, Instant now);

        /** @param worst of them */
        Notice ofSeveral(int entries, Entry worst, Instant now);
    }

    private final Ports ports;
    private final Newcomers newcomers = new Newcomers();

    DeskNotices(Ports ports) {
        this.ports = ports;
    }

    /** What is on the desk now. Told by one thread at a time; returns at once. */
    void look(DeskState state, Instant now) {
        var fresh = newcomers.of(state, now);
        if (!fresh.isEmpty()) {
            ports.screen().execute(() -> tell(fresh, now));
        }
    }

    private void tell(List<Entry> fresh, Instant now) {
        var wanted = ports.wanted().get();
        var entries = fresh.stream()
                .filter(each -> wanted.contains(each.severity()))
                .sorted(Comparator.comparing(Entry::severity))
                .toList();
        if (entries.isEmpty() || ports.watching().getAsBoolean()) {
            return;
        }
        var notices = new ArrayList<Notice>();
        if (entries.size() > ONE_BY_ONE) {
            notices.add(ports.words().ofSeveral(entries.size(), entries.getFirst(), now));
        } else {
            entries.forEach(each -> notices.add(ports.words().of(each, now)));
        }
        try {
            ports.background().execute(() -> notices.stream()
                    .filter(each -> !ports.desktop().show(each))
                    .toList()
                    .forEach(each -> ports.screen().execute(() -> ports.window().accept(each))));
        } catch (RejectedExecutionException ending) {
            LOG.debug("the program ends");
        }
    }
}
