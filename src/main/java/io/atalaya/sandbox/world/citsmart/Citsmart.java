package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.Deployment;
import io.atalaya.sandbox.world.World;

/** The deployment of the CITSmart Cloud Platform document, at work. */
public final class Citsmart implements Deployment {
    @Override
    public String name() {
        return "citsmart";
    }

    @Override
    public String region() {
        return CitsmartIds.REGION;
    }

    @Override
    public String accountId() {
        return CitsmartIds.ACCOUNT;
    }

    @Override
    public String accountAlias() {
        return "citsmart-br";
    }

    @Override
    public void furnish(World world) {
        CitsmartNetwork.furnish(world);
        var vpn = new CitsmartVpn(world);
        vpn.furnish();
        CitsmartPerimeter.furnish(world);
        CitsmartImages.furnish(world);
        CitsmartInstances.furnish(world);
        CitsmartBalancer.furnish(world);
        CitsmartDatabase.furnish(world);
        CitsmartDns.furnish(world);
        var story = new CitsmartStory(world);
        story.furnish();
        var usage = new Usage(world, story);
        var hosts = new CitsmartHosts(world, usage);
        hosts.furnish();
        CitsmartScaling.furnish(world, hosts);
        new SiteMetrics(world, usage).publish();
        new DataMetrics(world, usage, vpn).publish();
        CitsmartAlarms.furnish(world);
        CitsmartLogs.furnish(world, usage);
    }

    /** The second region holds nothing but copies of the database's snapshots. */
    @Override
    public void furnishElsewhere(World world) {
        if (world.region().equals(CitsmartIds.BACKUP_REGION)) {
            CitsmartBackups.copies(world);
        }
    }
}
