package io.atalaya.deployment.files;

import io.atalaya.deployment.AccessPoint;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FilePolicies;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The file systems of one snapshot with everything that is known of them. */
public final class FileSystems {
    private static final String NAMESPACE = "AWS/EFS";

    private final Deployment deployment;
    private final Mounts mounts;
    private final Map<String, List<AccessPoint>> points;
    private final Map<String, FilePolicies> policies;
    private final Map<String, List<MetricPoint>> measured = new HashMap<>();
    private final Map<String, List<MetricPoint>> sizes = new HashMap<>();

    private FileSystems(Deployment deployment) {
        this.deployment = deployment;
        this.mounts = new Mounts(deployment);
        this.points = deployment.items(Parts.ACCESS_POINTS).stream()
                .collect(Collectors.groupingBy(AccessPoint::fileSystemId));
        this.policies = deployment.items(Parts.FILE_POLICIES).stream()
                .collect(Collectors.toMap(FilePolicies::fileSystemId, it -> it, (first, other) -> first));
        for (var series : deployment.items(Parts.METRICS)) {
            if (series.id().namespace().equals(NAMESPACE)) {
                measured.put(key(series), series.points());
            }
        }
        for (var series : deployment.items(Parts.FILE_SIZES)) {
            if ("Total".equals(series.id().dimensions().get("StorageClass"))) {
                sizes.put(series.id().dimensions().getOrDefault("FileSystemId", ""), series.points());
            }
        }
    }

    private static String key(MetricSeries series) {
        return series.id().metric() + " " + series.id().dimensions().get("FileSystemId");
    }

    /** All of them by name. */
    public static List<FileSystemFacts> of(Deployment deployment) {
        var all = new FileSystems(deployment);
        return deployment.items(Parts.FILE_SYSTEMS).stream()
                .map(all::facts)
                .sorted(Comparator.comparing((FileSystemFacts it) -> it.files().name())
                        .thenComparing(it -> it.files().id()))
                .toList();
    }

    private FileSystemFacts facts(FileSystem files) {
        var grown = sizes.getOrDefault(files.id(), List.of());
        @Nullable Growth growth = Growth.of(grown).orElse(null);
        var plan = PlannedSize.of(files);
        @Nullable Double planned = plan.isPresent() ? (Double) plan.getAsDouble() : null;
        var rate = scaled(points("MeteredIOBytes", files), 1.0 / 60);
        var permitted = points("PermittedThroughput", files);
        @Nullable
        Double permittedNow =
                permitted.isEmpty() ? null : (Double) permitted.getLast().value();
        var facts = new FileSystemFacts(
                files,
                grown,
                growth,
                planned,
                Forecast.of(files.sizeBytes(), planned, growth),
                Gauge.of(rate, Double.NaN),
                permittedNow,
                Gauge.of(share(rate, permitted), Remarks.HIGH),
                files.throughputMode().equals("bursting") ? Credits.of(points("BurstCreditBalance", files)) : null,
                Gauge.of(
                        files.performanceMode().equals("maxIO") ? List.of() : points("PercentIOLimit", files),
                        Remarks.HIGH),
                Gauge.of(points("ClientConnections", files), Double.NaN),
                mounts.of(files),
                points.getOrDefault(files.id(), List.of()),
                policies.get(files.id()),
                List.of());
        return facts.with(Remarks.of(facts, mounts.unserved(files)));
    }

    private List<MetricPoint> points(String metric, FileSystem files) {
        return measured.getOrDefault(metric + " " + files.id(), List.of());
    }

    private static List<MetricPoint> scaled(List<MetricPoint> points, double factor) {
        return points.stream()
                .map(each -> new MetricPoint(each.at(), each.value() * factor))
                .toList();
    }

    /** Minute by minute, in per cent; a minute without a limit has no share. */
    private static List<MetricPoint> share(List<MetricPoint> rate, List<MetricPoint> permitted) {
        var limits = new HashMap<Object, Double>();
        permitted.forEach(each -> limits.put(each.at(), each.value()));
        var shares = new ArrayList<MetricPoint>();
        for (var each : rate) {
            var limit = limits.get(each.at());
            if (limit != null && limit > 0) {
                shares.add(new MetricPoint(each.at(), 100 * each.value() / limit));
            }
        }
        return shares;
    }
}
