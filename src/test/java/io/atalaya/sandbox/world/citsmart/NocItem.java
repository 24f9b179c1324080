package io.atalaya.sandbox.world.citsmart;

import java.util.List;

/**
 * The items the document's NOC monitors, in its words, and the metrics that carry them here.
 *
 * @param metrics {@code namespace|name}, any of which may have several sets of dimensions
 */
record NocItem(String name, List<String> metrics) {
    static final List<NocItem> ALL = List.of(
            item("CPU", "AWS/EC2|CPUUtilization"),
            item("Containers", "CITSmart/Docker|Running", "CITSmart/Docker|ContainersRunning"),
            item("ContextSwitch", "CWAgent|collectd_contextswitch_value"),
            item("Disco - IO", "CWAgent|diskio_read_bytes", "CWAgent|diskio_write_bytes", "CWAgent|diskio_io_time"),
            item("Discos", "CWAgent|disk_used_percent"),
            item("HTTP – Active Connections", "AWS/ApplicationELB|ActiveConnectionCount"),
            item("ITSM - http", "CITSmart/HTTP|Available", "CITSmart/HTTP|ResponseTime"),
            item("ITSM - https", "CITSmart/HTTP|Available", "CITSmart/HTTP|CertificateDaysLeft"),
            item("Jvm - Bytes Loaded-Unloaded", "CITSmart/JVM|BytesLoaded", "CITSmart/JVM|BytesUnloaded"),
            item("Jvm - Class Bytes", "CITSmart/JVM|ClassBytes"),
            item("Jvm - Classes Loaded-Unloaded", "CITSmart/JVM|ClassesLoaded", "CITSmart/JVM|ClassesUnloaded"),
            item("Jvm - Compilations", "CITSmart/JVM|Compilations"),
            item("Jvm - Eden Space", "CITSmart/JVM|EdenSpace"),
            item("Jvm - MaxHeapSize", "CITSmart/JVM|MaxHeapSize"),
            item("Jvm - Old Generation", "CITSmart/JVM|OldGeneration"),
            item("Jvm - Pending Objects", "CITSmart/JVM|PendingObjects"),
            item("Jvm - Perm Generation", "CITSmart/JVM|PermGeneration", "CITSmart/JVM|Metaspace"),
            item("Jvm - Survivor 0", "CITSmart/JVM|Survivor0"),
            item("Jvm - Survivor 1", "CITSmart/JVM|Survivor1"),
            item("Jvm - Time Loading Classes", "CITSmart/JVM|TimeLoadingClasses"),
            item("Jvm - Total of class", "CITSmart/JVM|TotalOfClasses"),
            item("Jvm - Version", "CITSmart/JVM|Version"),
            item("Load", "CWAgent|collectd_load_shortterm"),
            item("Memory", "CWAgent|mem_used_percent"),
            item("Ping", "CITSmart/Ping|RoundTripTime", "CITSmart/Ping|PacketLoss"),
            item("Procs/s", "CWAgent|collectd_processes_value"),
            item("RDS – Active Connections", "AWS/RDS|DatabaseConnections"),
            item("RDS - Latency", "AWS/RDS|ReadLatency", "AWS/RDS|WriteLatency"),
            item("SOLR", "CITSmart/SOLR|Up", "CITSmart/SOLR|QueryTime"),
            item("Swap - In/Out", "CWAgent|collectd_swap_value", "CWAgent|swap_used_percent"),
            item("Total of processes", "CWAgent|processes_total"));

    private static NocItem item(String name, String... metrics) {
        return new NocItem(name, List.of(metrics));
    }

    @Override
    public String toString() {
        return name;
    }
}
