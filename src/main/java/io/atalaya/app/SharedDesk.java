package io.atalaya.app;

import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.desk.store.DeskKeeper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private final List<Place> places = new CopyOnWriteArrayList<>();
    private final Map<Place, Signals> seen = new ConcurrentHashMap<>();
    private final DeskKeeper keeper;

    /** @param opening tells of changes what it is given */
    SharedDesk(Function<Consumer<DeskKeeper.Change>, DeskKeeper> opening) {
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
        seen.remove(place);
        if (!wasThere || !places.isEmpty()) {
            return false;
        }
        keeper.close();
        return true;
    }

    void look(Place place, Signals signals) {
        seen.put(place, signals);
        keeper.look(seen.values().stream().reduce(Signals::beside).orElse(signals));
    }

    void act(PersonAct act) {
        keeper.act(act);
    }
}
