package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.World;
import java.time.Duration;

/** What the hosts publish and say, and how the scaling group gets another one. */
final class CitsmartHosts {
    private final World world;
    private final Usage usage;

    CitsmartHosts(World world, Usage usage) {
        this.world = world;
        this.usage = usage;
    }

    /** Gives the first six their metrics; their logs come with the log groups. */
    void furnish() {
        Host.ALL.forEach(this::metrics);
    }

    /** Makes another application host from the launch template, with an address, metrics and log streams of its own. */
    String launch(String zone) {
        int number = world.compute().instances().size();
        String id = "i-" + world.dice().hex("launched", world.now().getEpochSecond() * 10 + number, 17);
        var host = new Host(
                id,
                Host.Role.APP,
                zone,
                "10.64." + (10 + CitsmartIds.ZONES.indexOf(zone)) + '.' + (100 + number % 100),
                true,
                Duration.ZERO);
        CitsmartInstances.put(world, host, world.now());
        world.instances().launch(world.compute().instances().get(id));
        metrics(host);
        CitsmartLogs.join(world, usage, host);
        return id;
    }

    private void metrics(Host host) {
        new HostMetrics(world, usage, host).publish();
        new AgentMetrics(world, usage, host).publish();
        new ContainerMetrics(world, usage, host).publish();
        if (host.role() == Host.Role.APP) {
            new JvmMetrics(world, usage, host).publish();
        } else {
            new SolrMetrics(world, usage, host).publish();
        }
    }
}
