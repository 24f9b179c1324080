package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Publisher;
import java.util.List;
import java.util.Map;

/** What the application's JVM tells of itself, in the NOC's words. Perm generation is gone since Java 8. */
final class CheckopJvmMetrics {
    private static final double MIB = 1024.0 * 1024;

    private record Item(String name, String unit, double level, double part) {}

    private static final List<Item> ITEMS = List.of(
            new Item("EdenSpace", "Bytes", 412 * MIB, 0.5),
            new Item("Survivor0", "Bytes", 0, 0),
            new Item("Survivor1", "Bytes", 38 * MIB, 0.4),
            new Item("OldGeneration", "Bytes", 5.1 * 1024 * MIB, 0.03),
            new Item("MaxHeapSize", "Bytes", 8 * 1024 * MIB, 0),
            new Item("PendingObjects", "Count", 0, 0),
            new Item("ClassesLoaded", "Count", 18_402, 0.0004),
            new Item("ClassBytes", "Bytes", 41 * MIB, 0.002),
            new Item("BytesUnloaded", "Bytes", 0.2 * MIB, 0.1),
            new Item("TimeLoadingClasses", "Milliseconds", 12, 0.5),
            new Item("Compilations", "Count", 31, 0.6),
            new Item("TotalOfClasses", "Count", 18_655, 0.0004),
            new Item("BusyThreads", "Count", 61, 0.2));

    private CheckopJvmMetrics() {}

    static void furnish(World world, Load load) {
        for (var machine : List.of(CheckopInstances.APP_1A, CheckopInstances.APP_1D)) {
            String id = machine.id();
            var jvm = new Publisher(world.metrics(), "CheckOP/JVM", Map.of("InstanceId", id), 60);
            ITEMS.forEach(item -> jvm.gauge(
                    item.name(), item.unit(), t -> load.wobble(item.name() + id, t, item.level(), item.part())));
            jvm.silentUnless(t -> load.ran(id, t) && !load.isCut(machine.subnet(), t));
        }
    }
}
