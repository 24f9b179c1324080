package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Cloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.Filter;

/** The operations of RDS, and what they have in common: markers, and filters that each know their names. */
final class Rds {
    private static final int STANDARD_PAGE = 100;
    private static final int SMALLEST_PAGE = 20;

    private Rds() {}

    static void register(OperationRegistry registry, Cloud cloud) {
        Operations rds = Operations.regional(registry, cloud, "rds");
        RdsInstances.register(rds);
        RdsSnapshots.register(rds);
        RdsChanges.register(rds);
        RdsRestores.register(rds);
        RdsCopies.register(registry, cloud);
        RdsEvents.register(rds);
        RdsBackups.register(rds);
        RdsParameters.register(rds);
        RdsCertificates.register(rds);
    }

    static <T> Page<T> page(List<T> all, @Nullable Integer maxRecords, @Nullable String marker) {
        if (maxRecords != null && (maxRecords < SMALLEST_PAGE || maxRecords > STANDARD_PAGE)) {
            throw new WireFault(
                    400,
                    "InvalidParameterValue",
                    "Invalid value " + maxRecords + " for MaxRecords. Must be between 20 and 100");
        }
        return Page.of(
                all,
                maxRecords,
                STANDARD_PAGE,
                marker,
                new WireFault(400, "InvalidParameterValue", "Invalid or expired marker"));
    }

    /** What all filters let through; a filter this operation does not know is a fault. */
    static <T> List<T> filtered(List<T> all, List<Filter> filters, Map<String, Function<T, Stream<String>>> known) {
        List<T> left = new ArrayList<>(all);
        for (Filter filter : filters) {
            Function<T, Stream<String>> field = Optional.ofNullable(known.get(filter.name()))
                    .orElseThrow(() ->
                            new WireFault(400, "InvalidParameterValue", "Unrecognized filter name: " + filter.name()));
            left.removeIf(t -> field.apply(t).noneMatch(filter.values()::contains));
        }
        return left;
    }

    static WireFault noInstance(String id) {
        return new WireFault(404, "DBInstanceNotFound", "DBInstance " + id + " not found.");
    }
}
