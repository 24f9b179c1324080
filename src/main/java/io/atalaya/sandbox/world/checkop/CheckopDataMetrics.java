package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Publisher;
import io.atalaya.sandbox.world.metrics.Signal;
import java.time.Instant;
import java.util.Map;

/** AWS/RDS of dbprogressus and AWS/EFS of ChOp-Temp. */
final class CheckopDataMetrics {
    private static final double MIB = 1024.0 * 1024;
    private static final double GIB = 1024 * MIB;

    /**
     * As much as EFS lets a file system under 1 TiB save. ChOp-Temp earns 50 KiB/s for each GiB of Standard storage, which is
     * several times what it uses at the busiest hour: its balance stays there.
     */
    private static final double FULL_OF_CREDITS = 2.1 * 1024 * GIB;

    private CheckopDataMetrics() {}

    static void furnish(World world, Load load) {
        database(world, load);
        files(world, load);
    }

    /** An instance that is out gives back a third of the connections: its pool closes those that idle. */
    private static void database(World world, Load load) {
        Signal in = t -> load.requests(t) * (1 - 0.3 * out(load, t));
        new Publisher(world.metrics(), "AWS/RDS", Map.of("DBInstanceIdentifier", Ids.DATABASE), 60)
                .gauge("CPUUtilization", "Percent", t -> load.wobble("dbcpu", t, 6 + load.requests(t) * 0.117, 0.04))
                .gauge(
                        "DatabaseConnections",
                        "Count",
                        t -> Math.rint(load.wobble("dbconn", t, 40 + in.at(t) * 0.7, 0.03)))
                .gauge("ReadLatency", "Seconds", t -> load.wobble("dbread", t, 0.0013 + load.requests(t) * 2.3e-6, 0.1))
                .gauge(
                        "WriteLatency",
                        "Seconds",
                        t -> load.wobble("dbwrite", t, 0.0019 + load.requests(t) * 3.3e-6, 0.1))
                .gauge("ReadIOPS", "Count/Second", t -> load.wobble("dbriops", t, 20 + load.requests(t) * 1.1, 0.15))
                .gauge("WriteIOPS", "Count/Second", t -> load.wobble("dbwiops", t, 35 + load.requests(t) * 1.9, 0.12))
                .gauge("ReadThroughput", "Bytes/Second", t -> load.wobble("dbrt", t, load.requests(t) * 17_000, 0.15))
                .gauge("WriteThroughput", "Bytes/Second", t -> load.wobble("dbwt", t, load.requests(t) * 23_000, 0.15))
                .gauge(
                        "NetworkReceiveThroughput",
                        "Bytes/Second",
                        t -> load.wobble("dbnr", t, load.requests(t) * 2_900, 0.1))
                .gauge(
                        "NetworkTransmitThroughput",
                        "Bytes/Second",
                        t -> load.wobble("dbnt", t, load.requests(t) * 14_500, 0.1))
                .gauge("DiskQueueDepth", "Count", t -> load.wobble("dbq", t, 0.05 + load.requests(t) * 0.0011, 0.3))
                .gauge("FreeableMemory", "Bytes", t -> load.wobble("dbmem", t, 9.4 * GIB, 0.01))
                .gauge("SwapUsage", "Bytes", t -> 0)
                .gauge(
                        "FreeStorageSpace",
                        "Bytes",
                        t -> Math.max(
                                20 * GIB, (61.4 - 0.68 * load.days(t)) * GIB + load.wobble("dbfree", t, 0.04 * GIB, 1)))
                .publish();
    }

    private static void files(World world, Load load) {
        Signal served = t -> load.requests(t)
                * (load.share(Ids.APP_1A, t) + (load.isCut(Ids.PUBLIC_1D, t) ? 0 : load.share(Ids.APP_1D, t)))
                * (1 - 0.62 * out(load, t));
        Signal bytes = t -> load.wobble("efs", t, served.at(t) * 60 * 5_100, 0.12);
        new Publisher(world.metrics(), "AWS/EFS", Map.of("FileSystemId", Ids.FILE_SYSTEM), 60)
                .gauge("TotalIOBytes", "Bytes", bytes)
                .gauge("MeteredIOBytes", "Bytes", bytes)
                .gauge("DataReadIOBytes", "Bytes", t -> bytes.at(t) * 0.58)
                .gauge("DataWriteIOBytes", "Bytes", t -> bytes.at(t) * 0.36)
                .gauge("MetadataIOBytes", "Bytes", t -> bytes.at(t) * 0.06)
                .gauge("PercentIOLimit", "Percent", t -> load.wobble("efslimit", t, served.at(t) * 0.035, 0.1))
                .gauge("ClientConnections", "Count", t -> load.isCut(Ids.PUBLIC_1D, t) ? 2 : 3)
                .gauge("PermittedThroughput", "Bytes/Second", t -> 100 * MIB)
                .gauge("BurstCreditBalance", "Bytes", t -> FULL_OF_CREDITS)
                .publish();
        for (String storage : new String[] {"Total", "Standard", "IA"}) {
            double part = storage.equals("Total") ? 1 : storage.equals("IA") ? 0.31 : 0.69;
            new Publisher(
                            world.metrics(),
                            "AWS/EFS",
                            Map.of("FileSystemId", Ids.FILE_SYSTEM, "StorageClass", storage),
                            900)
                    .gauge(
                            "StorageBytes",
                            "Bytes",
                            t -> part * CheckopFiles.sizeAt(world.dice(), world.start(), Instant.ofEpochSecond(t)))
                    .publish();
        }
    }

    /** 1 while the instance in us-east-1d is out, 0 while it serves, between in the minutes it changes. */
    private static double out(Load load, long minute) {
        return Math.max(0, 1 - 2 * load.share(Ids.APP_1D, minute));
    }
}
