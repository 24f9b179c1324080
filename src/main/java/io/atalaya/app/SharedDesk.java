package io.atalaya.app;

import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.desk.store.DeskKeeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** One desk and all who sit at it: it hears what each of them sees as one, and each hears of every change. Any thread. */
final class SharedDesk {
    /** Who sits there. */
    static final class Place {
        private final Consumer<DeskKeeper.Change> listener;

        private Place(Consumer<DeskKeeper.Change> listener) {
            this.listener = listener;
        }
    }

    /** Whoever has not looked for so long sees no more: its last look is only the last known. */
    static final Duration BLIND_AFTER = ScopeDesk.AGAIN.multipliedBy(6);

    private final List<Place> places = new CopyOnWriteArrayList<>();
    private final Map<Place, Seen> seen = new HashMap<>();
    private final ReentrantLock looking = new ReentrantLock();
    private final DeskKeeper keeper;
    private final InstantSource clock;

    /** What one of them saw last, and when. */
    private record Seen(Signals signals, Instant at) {
        Signals at(Instant now) {
            return Duration.between(at, now).compareTo(BLIND_AFTER) > 0 ? signals.blind() : signals;
        }
    }

    /** @param opening tells of changes what it is given */
    SharedDesk(Function<Consumer<DeskKeeper.Change>, DeskKeeper> opening, InstantSource clock) {
        this.clock = clock;
        this.keeper = opening.apply(change -> places.forEach(each -> each.listener.accept(change)));
        keeper.start();
    }

    /** @param listener is told at once how it is, and then of each change, on the desk's thread */
    Place enter(Consumer<DeskKeeper.Change> listener) {
        var place = new Place(listener);
        places.add(place);
        keeper.pass();
        return place;
    }

    /**
     * Gives a place up; the last one closes the desk.
     *
     * @return whether nobody is left
     */
    boolean leave(Place place) {
        var wasThere = places.remove(place);
        looking.lock();
        try {
            seen.remove(place);
        } finally {
            looking.unlock();
        }
        if (!wasThere || !places.isEmpty()) {
            return false;
        }
        keeper.close();
        return true;
    }

    void look(Place place, Signals signals) {
        looking.lock(); // the keeper hears of looks in the order in which they were
        try {
            var now = clock.instant();
            if (places.contains(place)) {
                seen.put(place, new Seen(signals, now));
            }
            keeper.look(seen.values().stream()
                    .map(each -> each.at(now))
                    .reduce(Signals::beside)
                    .orElse(signals));
        } finally {
            looking.unlock();
        }
    }

    void act(PersonAct act) {
        keeper.act(act);
    }
}
