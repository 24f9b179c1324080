package io.atalaya.deployment.facts;

import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sizes as AWS counts them: in powers of two, so GiB where its documents often write GB. */
public final class Sizes {
    private static final long KIB = 1024;
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private Sizes() {}

    /** {@code 217 GiB}. */
    public static String gib(long gib) {
        return gib + " GiB";
    }

    /** {@code 200.3 GiB}: three digits or one decimal, in the largest unit below the value. */
    public static String bytes(long bytes) {
        double value = bytes;
        var unit = 0;
        while (value >= KIB && unit < UNITS.length - 1) {
            value /= KIB;
            unit++;
        }
        return unit == 0
                ? bytes + " B"
                : String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }

    /** {@code 4 vCPU · 16 GiB}; empty where the type was not read. */
    public static Optional<String> ofType(String type, DeploymentIndex index) {
        var size = index.type(type);
        return size == null
                ? Optional.empty()
                : Optional.of(size.vcpus() + " vCPU · " + bytes(size.memoryMib() * KIB * KIB));
    }

    /** {@code t3.xlarge · 4 vCPU · 16 GiB}; the type alone where its size was not read. */
    public static String instanceType(String type, DeploymentIndex index) {
        return ofType(type, index).map(size -> type + " · " + size).orElse(type);
    }

    /** {@code 50 GiB gp3}, joined for several volumes; null where none was read. */
    public static @Nullable String disks(Instance instance, DeploymentIndex index) {
        List<String> all = new ArrayList<>();
        for (var id : instance.volumeIds()) {
            index.find(Volume.class, ResourceType.VOLUME, id)
                    .ifPresent(volume -> all.add(gib(volume.sizeGib()) + " " + volume.volumeType()));
        }
        return all.isEmpty() ? null : String.join(" + ", all);
    }
}
