package io.atalaya.deployment.reach;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.SecurityRule;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who reaches what in a network of 10,000 interfaces and 2,500 groups, beside the simulator of the tests. */
public final class ReachBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int VPCS = 4;
    private static final int SUBNETS = 25;
    private static final int NICS = 10_000;
    private static final int GROUPS = 2_500;
    private static final int RUNS = 5;
    private static final int QUESTIONS = 200;

    private ReachBench() {}

    /** What was measured, and the most it may be; NaN for no goal. */
    public static Map<String, double[]> run() {
        var deployment = network(new Random(11));
        var measured = new LinkedHashMap<String, double[]>();
        var index = NetworkIndex.of(deployment);
        measured.put("making the index of a snapshot, median, ms", goal(median(() -> NetworkIndex.of(deployment)), Double.NaN));
        var exposure = Exposure.of(index);
        measured.put("openings to the internet", goal(exposure.openings().size(), Double.NaN));
        var first = millis(() -> Exposure.of(deployment));
        measured.put("all the internet reaches, index and all, ms", goal(first, 2_000));
        var all = median(() -> Exposure.of(NetworkIndex.of(deployment)));
        measured.put("the same again, median, ms", goal(all, 2_000));
        var asked = questions(new Random(12));
        var reachability = new Reachability(index);
        var times = new ArrayList<Double>();
        for (var question : asked) {
            times.add(millis(() -> reachability.answer(question)));
        }
        times.sort(Double::compare);
        measured.put("one question, median, ms", goal(times.get(times.size() / 2), 50));
        measured.put("one question, slowest of " + QUESTIONS + ", ms", goal(times.getLast(), 50));
        var cold = millis(() -> Reachability.of(deployment).answer(asked.getFirst()));
        measured.put("a question to a new snapshot, index and all, ms", goal(cold, Double.NaN));
        measured.put("the matrix of tiers, ms", goal(millis(() -> Matrix.of(index)), Double.NaN));
        simulate(deployment, measured, all, times.get(times.size() / 2));
        return measured;
    }

    /** One packet to an interface is the least a simulator has to send; an answer is of all addresses and ports at once. */
    private static void simulate(Deployment deployment, Map<String, double[]> measured, double exposure, double question) {
        var simulator = new Simulator(deployment, true);
        var nics = deployment.items(Parts.NETWORK_INTERFACES).stream()
                .filter(each -> each.publicIp() != null)
                .limit(40)
                .toList();
        var start = THREADS.getCurrentThreadCpuTime();
        int passed = 0;
        for (var nic : nics) {
            var sent = new Simulator.Packet("203.0.113.5", nic.privateIps().getFirst(), 6, 40_000, 443);
            passed += simulator.connects(new Simulator.At.Internet(), new Simulator.At.Nic(nic), sent, 0) ? 1 : 0;
        }
        var packet = (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / nics.size();
        measured.put("simulator: one packet and its answer, ms (" + passed + " of " + nics.size() + " passed)", goal(packet, Double.NaN));
        measured.put("simulator, one packet : one question", goal(packet / question, Double.NaN));
        measured.put("simulator, one packet to each interface : all the internet reaches", goal(packet * NICS / exposure, Double.NaN));
    }

    private static double[] goal(double value, double most) {
        return new double[] {value, most};
    }

    /** Time of the processor: all of it is one thread's work, and the machine is often shared. */
    private static double millis(Runnable work) {
        var start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static double median(Runnable work) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < RUNS; i++) {
            times.add(millis(work));
        }
        times.sort(Double::compare);
        return times.get(times.size() / 2);
    }

    private static List<Question> questions(Random random) {
        var questions = new ArrayList<Question>();
        for (int i = 0; i < QUESTIONS; i++) {
            var to = World.instance("i-" + random.nextInt(NICS));
            var from = i % 4 == 0 ? End.Internet.FOUR : World.instance("i-" + random.nextInt(NICS));
            questions.add(Question.tcp(from, to, 443));
        }
        return questions;
    }

    private static Deployment network(Random random) {
        var world = new World();
        for (int vpc = 0; vpc < VPCS; vpc++) {
            var id = "vpc-" + vpc;
            world.vpc(id, "10." + vpc + ".0.0/16", "2001:db8:" + vpc + "::/56").gateway("igw-" + vpc, id).openAcl(id);
            world.main("rtb-" + vpc, id, World.route("0.0.0.0/0", RouteVia.INTERNET_GATEWAY, "igw-" + vpc));
            for (int subnet = 0; subnet < SUBNETS; subnet++) {
                world.subnet("s-" + vpc + "-" + subnet, id, "10." + vpc + "." + subnet + ".0/24");
            }
        }
        for (int group = 0; group < GROUPS; group++) {
            var vpc = group % VPCS;
            var rules = new ArrayList<SecurityRule>();
            for (int i = 0; i < 6; i++) {
                var port = new int[] {22, 80, 443, 3306, 5432, 8080}[random.nextInt(6)];
                rules.add(switch (random.nextInt(4)) {
                    case 0 -> World.in("tcp", port, port, "0.0.0.0/0");
                    case 1 -> World.in("tcp", port, port, "203.0." + random.nextInt(256) + ".0/24");
                    case 2 -> World.in("tcp", port, port + 10, "10." + vpc + ".0.0/16");
                    default -> World.inGroup("tcp", port, port, "sg-" + (random.nextInt(GROUPS / VPCS) * VPCS + vpc));
                });
            }
            world.group("sg-" + group, "vpc-" + vpc, World.outAll(rules.toArray(SecurityRule[]::new)));
        }
        for (int nic = 0; nic < NICS; nic++) {
            var vpc = nic % VPCS;
            var subnet = nic / VPCS % SUBNETS;
            var address = "10." + vpc + "." + subnet + "." + (4 + nic / VPCS / SUBNETS);
            var outside = nic % 2 == 0 ? "52." + (nic >> 16) + "." + (nic >> 8 & 255) + "." + (nic & 255) : null;
            world.instance(
                    "i-" + nic, "vpc-" + vpc, "s-" + vpc + "-" + subnet, address, outside, group(random, vpc), group(random, vpc));
        }
        return world.deployment();
    }

    private static String group(Random random, int vpc) {
        return "sg-" + (random.nextInt(GROUPS / VPCS) * VPCS + vpc);
    }
}
