package io.atalaya.app;

import io.atalaya.connect.Session;
import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.desk.store.DeskKeeper;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The alarm desks that are open in this program: one for each deployment, at however many connections it is looked at. Two
 * profiles of one account have two pairs of eyes and one desk, one file and one place at the team's.
 */
final class OpenDesks {
    private final DeskPlace place;
    private final InstantSource clock;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();

    OpenDesks(DeskPlace place, InstantSource clock) {
        this.place = place;
        this.clock = clock;
    }

    /** One connection at a desk. */
    interface Seat extends AutoCloseable {
        /** What this connection sees now. */
        void look(Signals signals);

        void act(PersonAct act);

        /** Leaves. Who leaves last waits for the disk, and a short while for the share. */
        @Override
        void close();
    }

    /**
     * Takes a seat, opening the desk for the first: as long as the disk takes.
     *
     * @param listener told how the desk is, and of each change, on the desk's thread: must be quick
     */
    Seat sit(Session session, Consumer<DeskKeeper.Change> listener) {
        if (session.isSandbox()) {
            return new Slot().sit(session, listener); // a world of its own
        }
        return slots.computeIfAbsent(DeskPlace.deployment(session), name -> new Slot())
                .sit(session, listener);
    }

    /** A deployment whose desk is open or not. Who comes while the last is leaving waits until the file is closed. */
    private final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable SharedDesk open;

        Seat sit(Session session, Consumer<DeskKeeper.Change> listener) {
            lock.lock();
            try {
                var desk = open;
                if (desk == null) {
                    desk = new SharedDesk(told -> keeper(session, told), clock);
                    open = desk;
                }
                return new Held(this, desk, desk.enter(listener));
            } finally {
                lock.unlock();
            }
        }

        private void leave(SharedDesk desk, SharedDesk.Place left) {
            lock.lock();
            try {
                if (desk.leave(left)) {
                    open = null;
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private record Held(Slot slot, SharedDesk desk, SharedDesk.Place place) implements Seat {
        @Override
        public void look(Signals signals) {
            desk.look(place, signals);
        }

        @Override
        public void act(PersonAct act) {
            desk.act(act);
        }

        @Override
        public void close() {
            slot.leave(desk, place);
        }
    }

    private DeskKeeper keeper(Session session, Consumer<DeskKeeper.Change> told) {
        var name = session.name() + "-" + session.region();
        return new DeskKeeper(
                new Desk(DeskPlace.console(System.getProperty("user.name", "console"))),
                place.file(session).orElse(null),
                place.share(session).orElse(null),
                Machinery.utc(clock),
                Machinery.single("atalaya-desk-" + name),
                Machinery.single("atalaya-desk-share-" + name),
                told);
    }
}
