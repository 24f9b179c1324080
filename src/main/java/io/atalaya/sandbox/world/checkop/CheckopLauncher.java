package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.World;
import java.time.Duration;
import software.amazon.awssdk.services.ec2.model.Instance;

/** Makes another AUTOChOp from the launch template, with an address, metrics and log streams of its own. */
final class CheckopLauncher {
    private CheckopLauncher() {}

    static String launch(World world, Load load, String zone) {
        int number = world.compute().instances().size();
        String id = "i-" + world.dice().hex("launched", world.now().getEpochSecond() * 10 + number, 17);
        boolean a = zone.equals(Ids.ZONE_A);
        String subnet = a ? Ids.PUBLIC_1A : Ids.PUBLIC_1D;
        String privateIp = (a ? "10.20.0." : "10.20.1.") + (100 + number % 100);
        var machine = new CheckopInstances.Machine(
                id,
                "AUTOChOp",
                zone,
                subnet,
                privateIp,
                "203.0.113." + (100 + number % 100),
                Ids.SG_APP,
                "chop-app",
                Ids.IMAGE_USED,
                true,
                Duration.ZERO);
        CheckopInstances.put(world, machine, world.now());
        Instance instance = world.compute().instances().get(id);
        world.instances().launch(instance);
        CheckopHostMetrics.machine(world, load, machine);
        CheckopLogs.join(world, load, machine);
        return id;
    }
}
