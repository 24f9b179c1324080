package io.atalaya.logs.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A writer in a process of its own, to be killed: opens or makes the store of {@link Numbered} events in a folder and adds to it
 * for ever. Says after each publish up to which id it was done, and which ids it has withdrawn. Arguments: folder, {@code full} to
 * end when the disk refuses.
 */
final class KilledStore {
    static final String PUBLISHED = "published ";
    static final String WITHDRAWN = "withdrawn ";
    static final String REFUSED = "refused ";
    /** So small that segments are begun, sealed, forced and dropped many times a second. */
    static final Limits LIMITS = new Limits(4_000_000, 5_000);

    private KilledStore() {}

    public static void main(String[] args) throws IOException {
        Thread.ofPlatform().daemon().start(KilledStore::endWithParent);
        var folder = Path.of(args[0]);
        var store = Files.exists(folder.resolve(StreamTable.FILE))
                ? LogStore.open(folder, LIMITS)
                : LogStore.create(folder, LIMITS);
        System.out.println(PUBLISHED + store.next());
        var random = new Random();
        var refusals = 0;
        for (int round = 0; ; round++) {
            try {
                append(store, random, 1 + random.nextInt(round % 10 == 0 ? 2000 : 30));
            } catch (StoreException e) {
                System.out.println(REFUSED + e.kind() + " " + store.next());
                refusals++;
                if (args.length > 1 && refusals > 30) {
                    Runtime.getRuntime().halt(0);
                }
            }
        }
    }

    private static void append(LogStore store, Random random, int events) {
        var from = store.next();
        for (long id = from; id < from + events; id++) {
            if (Numbered.append(store, id) != id) {
                throw new AssertionError("another id than " + id);
            }
        }
        store.publish();
        System.out.println(PUBLISHED + store.next());
        if (random.nextInt(3) == 0) {
            store.withdraw(from);
            System.out.println(WITHDRAWN + from);
        }
        if (random.nextInt(5) == 0) {
            store.force();
        }
    }

    /** Nothing is left behind when the test itself is killed. */
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException gone) {
            Runtime.getRuntime().halt(3);
        }
        Runtime.getRuntime().halt(3);
    }
}
