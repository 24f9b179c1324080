package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.sim.Dice;

/** The ids and ARNs of what belongs to a service: each is computed wherever it is needed. */
final class Names {
    private static final int ID_DIGITS = 17;

    private final World world;
    private final Dice dice;

    Names(World world) {
        this.world = world;
        this.dice = world.dice();
    }

    String instance(Service service, int index) {
        return "i-" + dice.hex(service.name(), index, ID_DIGITS);
    }

    String group(Service service) {
        return "sg-" + dice.hex("sg", service.number(), ID_DIGITS);
    }

    /** The security group of a site's balancers, databases or file systems. */
    String group(Site site, String what) {
        return "sg-" + dice.hex("sg-" + what, site.number(), ID_DIGITS);
    }

    String template(Service service) {
        return "lt-" + dice.hex("lt", service.number(), ID_DIGITS);
    }

    /** Balancer names have at most 32 characters. */
    String balancer(Site site, int index) {
        return site.name() + (index % 6 == 5 ? "-nlb-" : "-alb-") + (index + 1);
    }

    String balancerArn(Site site, int index) {
        String kind = index % 6 == 5 ? "net/" : "app/";
        return world.account()
                .arn(
                        "elasticloadbalancing",
                        "loadbalancer/" + kind + balancer(site, index) + '/'
                                + dice.hex("elb" + site.number(), index, 16));
    }

    /** Target group names have at most 32 characters. */
    String targetGroup(Service service) {
        String name = service.name();
        return name.length() <= 32 ? name : name.substring(0, 32).replaceAll("-+$", "");
    }

    String targetGroupArn(Service service) {
        return world.account()
                .arn(
                        "elasticloadbalancing",
                        "targetgroup/" + targetGroup(service) + '/' + dice.hex("tg", service.number(), 16));
    }

    String scalingGroupArn(Service service) {
        return world.account()
                .arn(
                        "autoscaling",
                        "autoScalingGroup:" + dice.uuid("asg", service.number()) + ":autoScalingGroupName/"
                                + service.name());
    }

    /** The image of a service's release; services of a team and environment share theirs. */
    String image(Service service, int release) {
        return "ami-" + dice.hex("ami-" + service.environment() + service.role().team(), release, ID_DIGITS);
    }
}
