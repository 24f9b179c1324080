package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.sim.Dice;

/** What the customers do: the one source of all metrics of the company. */
final class Rush {
    private static final int DAY = 86_400;

    private final Dice dice;

    Rush(Dice dice) {
        this.dice = dice;
    }

    /** Requests a second for each of a service's instances: evenings are busiest, nights are quiet. */
    double requests(Service service, long second) {
        double hour = Math.floorMod(second - 5 * 3600L, DAY) / 3600.0;
        double day = 0.25
                + 0.75 * Math.exp(-Math.pow((hour - 19) / 5.5, 2))
                + 0.4 * Math.exp(-Math.pow((hour - 12) / 3.0, 2));
        double own = 0.7 + 0.6 * dice.unit("busy", service.number());
        double factor = service.environment().equals("prod") ? 1 : 0.08;
        return 30 * day * own * factor * wobble(service.name(), second, 1, 0.06);
    }

    /** A level with noise of its own. */
    double wobble(String name, long second, double level, double part) {
        return level * (1 + part * dice.noise(name, second, 300));
    }
}
