package io.atalaya.sandbox.world;

import io.atalaya.sandbox.server.WireFilter;

/** A deployment the sandbox can play: a name a user types, and what it puts into an empty world. */
public interface Deployment {
    /** Lower case, as in {@code --sandbox checkop}. */
    String name();

    /** Where it lives; other regions of the account are empty. */
    String region();

    /** Twelve digits. */
    String accountId();

    String accountAlias();

    /** What its requests and answers go through on the way. */
    default WireFilter wire(long seed) {
        return WireFilter.NONE;
    }

    /** Puts its resources into the world and what will happen to them on the world's timeline. */
    void furnish(World world);

    /** Puts into another region of the account what the deployment keeps there: nothing, unless it says otherwise. */
    default void furnishElsewhere(World world) {}
}
