package io.atalaya.deployment.databases;

import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number of a database, with the hour behind it.
 *
 * @param value the newest; null where CloudWatch has none, which is not zero
 * @param points oldest first, in the unit of the kind
 */
public record Figure(Kind kind, @Nullable Double value, List<MetricPoint> points) {
    /** Which number, with its unit. */
    public enum Kind {
        CONNECTIONS("DatabaseConnections", Parts.METRICS),
        /** Seconds. */
        READ_LATENCY("ReadLatency", Parts.METRICS),
        /** Seconds. */
        WRITE_LATENCY("WriteLatency", Parts.METRICS),
        /** Per cent. */
        CPU("CPUUtilization", Parts.METRICS),
        /** Bytes. */
        MEMORY("FreeableMemory", Parts.DATABASE_METRICS),
        /** Bytes. */
        FREE_STORAGE("FreeStorageSpace", Parts.METRICS),
        /** Seconds behind the source. */
        REPLICA_LAG("ReplicaLag", Parts.DATABASE_METRICS),
        /** Milliseconds behind the writer. */
        CLUSTER_LAG("AuroraReplicaLag", Parts.DATABASE_METRICS),
        /** Per cent of the credits of a gp2 volume. */
        BURST_BALANCE("BurstBalance", Parts.DATABASE_METRICS),
        /** Credits of a class that bursts. */
        CPU_CREDITS("CPUCreditBalance", Parts.DATABASE_METRICS);

        private final String metric;
        private final Part<?> part;

        Kind(String metric, Part<?> part) {
            this.metric = metric;
            this.part = part;
        }

        /** As CloudWatch calls it, in AWS/RDS. */
        public String metric() {
            return metric;
        }

        /** The part whose age is the age of this figure. */
        public Part<?> part() {
            return part;
        }

        /** Whether it is shown even without a value, since every database has it. */
        boolean always() {
            return ordinal() <= MEMORY.ordinal();
        }
    }

    public Figure {
        points = List.copyOf(points);
    }
}
