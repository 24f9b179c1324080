package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.sim.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ceiba, a shop with a few environments, countries and teams: which services it has, where they run and how large they are.
 * A few are large and most are small, as it is everywhere. The same number and seed give the same company.
 */
record Company(List<Site> sites, List<Service> services) {
    private static final List<String> COUNTRIES =
            List.of("co", "mx", "pe", "cl", "ar", "br", "ec", "uy", "cr", "pa", "do", "gt");
    /** Instances of an average service. */
    private static final int USUAL_SIZE = 28;

    private static final int INSTANCES_PER_SITE = 1_500;

    /** An environment and its share of all instances, in percent. */
    private record Environment(String name, int percent, int sites) {}

    static Company of(int instances, Dice dice) {
        int production = Math.clamp(instances / INSTANCES_PER_SITE, 1, 6);
        int staging = instances * 18 / 100;
        int development = instances * 12 / 100;
        var sites = new ArrayList<Site>();
        var services = new ArrayList<Service>();
        add(new Environment("prod", 70, production), instances - staging - development, dice, sites, services);
        add(new Environment("staging", 18, 1), staging, dice, sites, services);
        add(new Environment("dev", 12, 1), development, dice, sites, services);
        return new Company(List.copyOf(sites), List.copyOf(services));
    }

    private static void add(
            Environment environment, int instances, Dice dice, List<Site> sites, List<Service> services) {
        var mine = new ArrayList<Site>();
        for (int i = 0; i < environment.sites(); i++) {
            String name = environment.name() + (environment.sites() > 1 ? "-" + (i + 1) : "");
            mine.add(site(sites.size() + mine.size() + 10, name, dice));
        }
        sites.addAll(mine);
        int count = Math.clamp(
                instances / USUAL_SIZE, Math.min(4, Math.max(1, instances)), Role.ALL.size() * COUNTRIES.size());
        int[] sizes = sizes(count, instances, environment.name(), dice);
        for (int i = 0; i < count; i++) {
            Role role = Role.ALL.get(i % Role.ALL.size());
            String country = COUNTRIES.get(i / Role.ALL.size());
            services.add(new Service(
                    services.size(), environment.name(), country, role, mine.get(i % mine.size()), sizes[i]));
        }
    }

    /** Sizes that add up to {@code total}, none of them zero, in no order. */
    private static int[] sizes(int count, int total, String name, Dice dice) {
        var order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> dice.bits("size" + name, i)))
                .toList();
        double all = IntStream.range(0, count).mapToDouble(Company::weight).sum();
        int[] sizes = new int[count];
        int left = total;
        for (int rank = count - 1; rank > 0; rank--) {
            int size = Math.max(1, (int) Math.floor(total * weight(rank) / all));
            sizes[order.get(rank)] = size;
            left -= size;
        }
        sizes[order.getFirst()] = left;
        return sizes;
    }

    private static double weight(int rank) {
        return Math.pow(rank + 2.0, -0.55);
    }

    private static Site site(int number, String name, Dice dice) {
        return new Site(
                number,
                name,
                "vpc-" + dice.hex("vpc", number, 17),
                subnets(dice, number, "public"),
                subnets(dice, number, "private"),
                subnets(dice, number, "data"));
    }

    private static List<String> subnets(Dice dice, int site, String kind) {
        return IntStream.range(0, Site.ZONES.size())
                .mapToObj(zone -> "subnet-" + dice.hex(kind, site * 8L + zone, 17))
                .toList();
    }
}
