package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Account;
import java.time.InstantSource;

/**
 * What a world is made from. The same seed, story and first moment give the same answers at the same moments.
 *
 * @param clock simulated time; the world moves when it is asked something, or by {@link World#advanceTo}
 */
public record WorldSettings(Account account, long seed, InstantSource clock, Story story) {
    /** The same settings for another region of the same account. */
    public WorldSettings in(String region) {
        return new WorldSettings(new Account(account.id(), account.alias(), region), seed, clock, story);
    }
}
