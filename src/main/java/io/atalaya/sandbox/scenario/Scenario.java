package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.Optional;

/** One thing that can go wrong. Stateless: what a run of it knows is in its {@link Play}. */
interface Scenario {
    /** Lower case with hyphens, as typed on the command line: {@code zone-outage}. */
    String id();

    /** When nobody stops it, it ends by itself after that long. */
    Duration length();

    /** Why it cannot be played in this world; empty when it can. Holds the lock of the world. */
    Optional<Lack> lack(World world);

    /** Begins: does the first step and plans the others. Called only when nothing lacks; holds the lock of the world. */
    void begin(Play play);
}
