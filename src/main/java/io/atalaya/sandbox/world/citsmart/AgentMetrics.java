package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Publisher;
import io.atalaya.sandbox.world.metrics.Signal;
import java.util.HashMap;
import java.util.Map;

/**
 * What the CloudWatch agent publishes from inside a host, in the agent's own names: its plugins of Telegraf, and, as
 * {@code collectd_...}, what it has no plugin for: load, context switches, forks, swapping.
 */
final class AgentMetrics {
    private static final String NAMESPACE = "CWAgent";

    private final World world;
    private final Usage usage;
    private final Host host;
    private final String id;

    AgentMetrics(World world, Usage usage, Host host) {
        this.world = world;
        this.usage = usage;
        this.host = host;
        this.id = host.id();
    }

    void publish() {
        of(Map.of())
                .gauge("mem_used_percent", "Percent", this::memory)
                .gauge("mem_available", "Bytes", t -> (1 - memory(t) / 100) * 16 * 1024 * 1024 * 1024)
                .gauge("swap_used_percent", "Percent", t -> 0.4 + 11 * pressure(t))
                .gauge("cpu_usage_iowait", "Percent", t -> usage.wobble("iowait" + id, t, 0.6 + 3 * pressure(t), 0.4))
                .gauge("processes_total", "Count", t -> count("procs", t, 231, 0.31))
                .gauge("processes_running", "Count", t -> count("running", t, 1.2, 0.03))
                .gauge("processes_zombies", "Count", t -> 0)
                .gauge("netstat_tcp_established", "Count", t -> count("tcp", t, 74, 2.1))
                .silentUnless(this::running);
        for (String path : new String[] {"/", "/var/lib/docker"}) {
            double full = path.equals("/") ? 41 : host.role() == Host.Role.APP ? 52 : 67;
            of(Map.of("path", path, "device", path.equals("/") ? "nvme0n1p1" : "nvme0n1p2", "fstype", "xfs"))
                    .gauge("disk_used_percent", "Percent", t -> Math.min(97, full + usage.days(t) * 0.11))
                    .gauge("disk_inodes_free", "Count", t -> Math.rint(48_200_000 - usage.days(t) * 1_100))
                    .silentUnless(this::running);
        }
        of(Map.of("name", "nvme0n1"))
                .gauge("diskio_reads", "Count", t -> count("reads", t, 45, 4))
                .gauge("diskio_writes", "Count", t -> count("writes", t, 320, 13))
                .gauge("diskio_read_bytes", "Bytes", t -> count("rbytes", t, 700_000, 26_000))
                .gauge("diskio_write_bytes", "Bytes", t -> count("wbytes", t, 4_400_000, 130_000))
                .gauge("diskio_io_time", "Milliseconds", t -> count("iotime", t, 900, 40))
                .silentUnless(this::running);
        of(Map.of("interface", "eth0"))
                .gauge("net_bytes_recv", "Bytes", t -> count("nrecv", t, 80_000, 200_000))
                .gauge("net_bytes_sent", "Bytes", t -> count("nsent", t, 50_000, 1_100_000))
                .gauge("net_err_in", "Count", t -> 0)
                .silentUnless(this::running);
        of(Map.of("exe", "java", "pid_finder", "native"))
                .gauge("procstat_cpu_usage", "Percent", t -> HostMetrics.cpu(usage, host, t) * 3.2)
                .gauge("procstat_memory_rss", "Bytes", t -> memory(t) / 100 * 11e9)
                .gauge("procstat_num_threads", "Count", t -> count("threads", t, 180, 1.9))
                .silentUnless(this::running);
        collectd();
    }

    private void collectd() {
        of(Map.of("type", "load"))
                .gauge("collectd_load_shortterm", "None", t -> load(t, 60))
                .gauge("collectd_load_midterm", "None", t -> load(t, 300))
                .gauge("collectd_load_longterm", "None", t -> load(t, 900))
                .silentUnless(this::running);
        of(Map.of("type", "contextswitch"))
                .gauge("collectd_contextswitch_value", "None", t -> count("cs", t, 1_900, 84))
                .silentUnless(this::running);
        of(Map.of("type", "fork_rate"))
                .gauge("collectd_processes_value", "None", t -> usage.wobble("forks" + id, t, 3.4, 0.3))
                .silentUnless(this::running);
        for (String way : new String[] {"in", "out"}) {
            of(Map.of("type", "swap_io", "type_instance", way))
                    .gauge("collectd_swap_value", "None", t -> Math.rint(pressure(t) * (way.equals("in") ? 38 : 91)))
                    .silentUnless(this::running);
        }
    }

    private Publisher of(Map<String, String> more) {
        Map<String, String> dimensions = new HashMap<>(more);
        dimensions.put("InstanceId", id);
        return new Publisher(world.metrics(), NAMESPACE, dimensions, 60);
    }

    private boolean running(long t) {
        return usage.ran(host, t);
    }

    private double pressure(long t) {
        return usage.story().pressure(host, t);
    }

    private double memory(long t) {
        double usual = host.role() == Host.Role.APP ? 71 : 66;
        return usage.wobble("mem" + id, t, usual + 17 * pressure(t), 0.015);
    }

    /** A load average lags: each is the mean of some moments of its span. */
    private double load(long t, int span) {
        Signal now = s -> 0.15 + HostMetrics.cpu(usage, host, s) * (host.role() == Host.Role.APP ? 0.045 : 0.026);
        return (now.at(t) + now.at(t - span / 2) + now.at(t - span)) / 3;
    }

    private double count(String name, long t, double idle, double perRequest) {
        return Math.rint(usage.wobble(name + id, t, idle + usage.work(host, t) * perRequest, 0.06));
    }
}
