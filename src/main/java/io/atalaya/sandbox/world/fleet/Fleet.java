package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.Deployment;
import io.atalaya.sandbox.world.World;

/** A company of any size: {@code fleet} with five hundred instances, {@code fleet:10000} with as many as one says. */
public final class Fleet implements Deployment {
    public static final String NAME = "fleet";

    /** Instances when nobody says how many. */
    public static final int STANDARD = 500;

    public static final int LEAST = 20;
    public static final int MOST = 50_000;

    private final int instances;

    /**
     * @param instances all of them, stopped ones included
     * @throws IllegalArgumentException outside of {@value #LEAST} to {@value #MOST}
     */
    public Fleet(int instances) {
        if (instances < LEAST || instances > MOST) {
            throw new IllegalArgumentException("A fleet has " + LEAST + " to " + MOST + " instances, not " + instances);
        }
        this.instances = instances;
    }

    @Override
    public String name() {
        return instances == STANDARD ? NAME : NAME + ':' + instances;
    }

    @Override
    public String region() {
        return "us-east-1";
    }

    @Override
    public String accountId() {
        return "314159265358";
    }

    @Override
    public String accountAlias() {
        return "ceiba";
    }

    @Override
    public void furnish(World world) {
        var company = Company.of(instances, world.dice());
        var names = new Names(world);
        var rush = new Rush(world.dice());
        var machines = new FleetMachines(world, names);
        new FleetNetwork(world).furnish(company);
        new FleetPerimeter(world, names).furnish(company);
        new FleetConnections(world, names).furnish(company);
        new FleetImages(world, names).furnish(company);
        machines.furnish(company);
        new FleetBalancers(world, names).furnish(company);
        FleetClassic.furnish(world, company, names);
        new FleetScaling(world, names, machines).furnish(company);
        new FleetData(world, names).furnish(company);
        new FleetDns(world, names).furnish(company);
        world.metrics().family(new FleetMetrics(world, names, company, rush));
        new FleetStory(world, names, company).furnish();
        new FleetAlarms(world, names).furnish(company);
        new FleetLogs(world, names, rush).furnish(company);
    }
}
