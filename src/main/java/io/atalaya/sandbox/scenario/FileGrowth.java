package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.world.Deed;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.metrics.MetricKey;
import io.atalaya.sandbox.world.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.FileSystemSize;

/**
 * A job writes into a file system and never deletes. EFS meters by the quarter of an hour and later, so this one began three
 * hours before anybody looked: what is practised is to see it, not to wait for it. The job runs on an instance; a new start of
 * it ends the job and clears its scratch files. What the file system itself can be told changes the price only.
 */
final class FileGrowth implements Scenario {
    private static final Duration LENGTH = Duration.ofMinutes(15);
    private static final Duration BEFORE = Duration.ofHours(3);
    private static final double SHARE_PER_HOUR = 0.08;
    private static final double LEAST_PER_HOUR = 8.0 * 1024 * 1024 * 1024;
    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final int STORAGE_RESOLUTION = 900;
    private static final Set<String> GROWING = Set.of("Total", "Standard");
    private static final Set<String> WRITTEN = Set.of("TotalIOBytes", "MeteredIOBytes", "DataWriteIOBytes");

    @Override
    public String id() {
        return "file-growth";
    }

    @Override
    public Duration length() {
        return LENGTH;
    }

    @Override
    public Optional<Lack> lack(World world) {
        return victim(world).isPresent() ? Optional.empty() : Optional.of(Lack.NO_FILE_SYSTEM);
    }

    @Override
    public void begin(Play play) {
        World world = play.world();
        FileSystemDescription files = victim(world).orElseThrow();
        String id = files.fileSystemId();
        Instant from = world.now().minus(BEFORE);
        long size = files.sizeInBytes().value();
        double perHour = Math.max(LEAST_PER_HOUR, size * SHARE_PER_HOUR);
        Growth growth = new Growth(play, from, perHour);
        List<String> about = List.of(id);
        play.tellOf(from, What.GROWTH_BEGAN, about, name(files), Math.round(perHour / GIB));
        world.fileSystems().change(id, growth::added);
        MetricKey total = new MetricKey("AWS/EFS", "StorageBytes", Map.of("FileSystemId", id, "StorageClass", "Total"));
        if (world.metrics().find(total).isEmpty()) {
            world.metrics().add(new Series(total, "Bytes", Series.Kind.GAUGE, STORAGE_RESOLUTION, t -> size));
        }
        world.metrics()
                .change(
                        key -> id.equals(key.dimensions().get("FileSystemId"))
                                && GROWING.contains(key.dimensions().getOrDefault("StorageClass", "")),
                        usual -> t -> usual.at(t) + growth.at(Instant.ofEpochSecond(t)));
        world.metrics()
                .change(
                        key -> id.equals(key.dimensions().get("FileSystemId")) && WRITTEN.contains(key.name()),
                        usual -> t -> usual.at(t) + (growth.at(Instant.ofEpochSecond(t)) > 0 ? perHour / 60 : 0));
        Cast.target(world).ifPresent(writer -> play.mendedBy(Deed.What.BOOTED, writer));
        play.atEnd(() -> play.tell(What.GROWTH_ENDED, about, name(files)));
    }

    private static Optional<FileSystemDescription> victim(World world) {
        return world.fileSystems().describe(world.now()).stream()
                .filter(f -> f.sizeInBytes() != null && f.sizeInBytes().value() != null)
                .findFirst();
    }

    private static String name(FileSystemDescription files) {
        return files.name() == null ? files.fileSystemId() : files.name();
    }

    /** How many bytes more there are than there should be; none once the job was stopped and its files deleted. */
    private record Growth(Play play, Instant from, double perHour) {
        double at(Instant t) {
            boolean soFar = t.isBefore(play.course().startedAt()) || play.on().at(t);
            return t.isBefore(from) || !soFar ? 0 : Duration.between(from, t).toSeconds() / 3600.0 * perHour;
        }

        FileSystemDescription added(FileSystemDescription usual) {
            FileSystemSize size = usual.sizeInBytes();
            if (size == null || size.timestamp() == null) {
                return usual;
            }
            long more = Math.round(at(size.timestamp()));
            return usual.toBuilder()
                    .sizeInBytes(size.toBuilder()
                            .value(size.value() + more)
                            .valueInStandard(size.valueInStandard() == null ? null : size.valueInStandard() + more)
                            .build())
                    .build();
        }
    }
}
