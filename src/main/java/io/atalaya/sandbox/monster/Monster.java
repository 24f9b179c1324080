package io.atalaya.sandbox.monster;

import io.atalaya.sandbox.world.Deployment;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.checkop.Checkop;

/** CheckOP, with log groups nobody would wish for. */
public final class Monster implements Deployment {
    private final Deployment host = new Checkop();

    @Override
    public String name() {
        return "monster";
    }

    @Override
    public String region() {
        return host.region();
    }

    @Override
    public String accountId() {
        return host.accountId();
    }

    @Override
    public String accountAlias() {
        return "monster";
    }

    @Override
    public void furnish(World world) {
        host.furnish(world);
        MonsterLogs.furnish(world);
    }
}
