package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.Deployment;
import io.atalaya.sandbox.world.World;

/** The deployment of the CheckOP document, at work. */
public final class Checkop implements Deployment {
    @Override
    public String name() {
        return "checkop";
    }

    @Override
    public String region() {
        return Ids.REGION;
    }

    @Override
    public String accountId() {
        return Ids.ACCOUNT;
    }

    @Override
    public String accountAlias() {
        return "checkop-co";
    }

    @Override
    public void furnish(World world) {
        CheckopNetwork.furnish(world);
        CheckopPerimeter.furnish(world);
        CheckopAcls.furnish(world);
        CheckopImages.furnish(world);
        CheckopInstances.furnish(world);
        CheckopBalancer.furnish(world);
        CheckopBalancerNodes.furnish(world);
        CheckopFiles.furnish(world);
        CheckopDatabase.furnish(world);
        CheckopDns.furnish(world);
        var story = new CheckopStory(world);
        story.furnish();
        var load = new Load(world, story);
        CheckopScaling.furnish(world, load);
        CheckopHostMetrics.furnish(world, load);
        CheckopJvmMetrics.furnish(world, load);
        CheckopBalancerMetrics.furnish(world, load);
        CheckopDataMetrics.furnish(world, load);
        CheckopAlarms.furnish(world);
        CheckopLogs.furnish(world, load);
    }
}
