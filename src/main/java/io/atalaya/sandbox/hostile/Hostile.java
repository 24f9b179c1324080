package io.atalaya.sandbox.hostile;

import io.atalaya.sandbox.server.WireFilter;
import io.atalaya.sandbox.world.Deployment;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.checkop.Checkop;

/** CheckOP, named by people who mean harm. */
public final class Hostile implements Deployment {
    private final Deployment victim = new Checkop();

    @Override
    public String name() {
        return "hostile";
    }

    @Override
    public String region() {
        return victim.region();
    }

    @Override
    public String accountId() {
        return victim.accountId();
    }

    @Override
    public String accountAlias() {
        return "hostile";
    }

    @Override
    public WireFilter wire(long seed) {
        return new HostileWire();
    }

    @Override
    public void furnish(World world) {
        victim.furnish(world);
    }
}
