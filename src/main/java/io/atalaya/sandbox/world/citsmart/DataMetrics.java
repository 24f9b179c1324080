package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Publisher;
import java.time.Instant;
import java.util.Map;

/** AWS/RDS of citsmart-db, and AWS/VPN of the way to on-premises. */
final class DataMetrics {
    private static final double GIB = 1024.0 * 1024 * 1024;

    private final World world;
    private final Usage usage;
    private final CitsmartVpn vpn;

    DataMetrics(World world, Usage usage, CitsmartVpn vpn) {
        this.world = world;
        this.usage = usage;
        this.vpn = vpn;
    }

    void publish() {
        new Publisher(world.metrics(), "AWS/RDS", Map.of("DBInstanceIdentifier", CitsmartIds.DATABASE), 60)
                .gauge("CPUUtilization", "Percent", t -> level("dbcpu", t, 5, 0.19, 0.04))
                .gauge("DatabaseConnections", "Count", t -> Math.rint(level("dbconn", t, 96, 0.9, 0.02)))
                .gauge("ReadLatency", "Seconds", t -> level("dbread", t, 0.0008, 4.1e-6, 0.1))
                .gauge("WriteLatency", "Seconds", t -> level("dbwrite", t, 0.0021, 8.2e-6, 0.1))
                .gauge("CommitLatency", "Milliseconds", t -> level("dbcommit", t, 2.4, 0.011, 0.1))
                .gauge("ReadIOPS", "Count/Second", t -> level("dbriops", t, 35, 2.4, 0.15))
                .gauge("WriteIOPS", "Count/Second", t -> level("dbwiops", t, 60, 3.1, 0.12))
                .gauge("ReadThroughput", "Bytes/Second", t -> level("dbrt", t, 90_000, 31_000, 0.15))
                .gauge("WriteThroughput", "Bytes/Second", t -> level("dbwt", t, 120_000, 38_000, 0.15))
                .gauge("NetworkReceiveThroughput", "Bytes/Second", t -> level("dbnr", t, 9_000, 4_100, 0.1))
                .gauge("NetworkTransmitThroughput", "Bytes/Second", t -> level("dbnt", t, 12_000, 19_000, 0.1))
                .gauge("DiskQueueDepth", "Count", t -> level("dbq", t, 0.04, 0.0016, 0.3))
                .gauge("FreeableMemory", "Bytes", t -> usage.wobble("dbmem", t, 5.2 * GIB, 0.01))
                .gauge("SwapUsage", "Bytes", t -> 0)
                .gauge("TransactionLogsDiskUsage", "Bytes", t -> usage.wobble("dbwal", t, 3.1 * GIB, 0.1))
                .gauge("MaximumUsedTransactionIDs", "Count", t -> 84_000_000 + usage.days(t) * 1_900_000)
                .gauge("FreeStorageSpace", "Bytes", t -> (151.2 - 0.44 * usage.days(t)) * GIB)
                .publish();
        for (int tunnel = 0; tunnel < CitsmartVpn.TUNNELS.size(); tunnel++) {
            tunnel(tunnel);
        }
        new Publisher(world.metrics(), "AWS/VPN", Map.of("VpnId", CitsmartIds.VPN), 60)
                // AWS gives the share of the tunnels that are up
                .gauge("TunnelState", "None", t -> (state(0, t) + state(1, t)) / 2)
                .gauge("TunnelDataIn", "Bytes", t -> level("vpnin", t, 2_000_000, 90_000, 0.2))
                .gauge("TunnelDataOut", "Bytes", t -> level("vpnout", t, 3_000_000, 310_000, 0.2))
                .publish();
    }

    private void tunnel(int tunnel) {
        double part = tunnel == 0 ? 1 : 0;
        new Publisher(world.metrics(), "AWS/VPN", Map.of("TunnelIpAddress", CitsmartVpn.TUNNELS.get(tunnel)), 60)
                .gauge("TunnelState", "None", t -> state(tunnel, t))
                .gauge("TunnelDataIn", "Bytes", t -> part * level("vpnin", t, 2_000_000, 90_000, 0.2))
                .gauge("TunnelDataOut", "Bytes", t -> part * level("vpnout", t, 3_000_000, 310_000, 0.2))
                .publish();
    }

    private double state(int tunnel, long t) {
        return vpn.up(tunnel).at(Instant.ofEpochSecond(t)) ? 1 : 0;
    }

    private double level(String name, long t, double idle, double perRequest, double part) {
        return usage.wobble(name, t, idle + usage.requests(t) * perRequest, part);
    }
}
