package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.metrics.MetricKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/** The operations of CloudWatch. */
final class CloudWatch {
    private CloudWatch() {}

    static void register(OperationRegistry registry, Cloud cloud) {
        Operations cloudwatch = Operations.regional(registry, cloud, "monitoring");
        CloudWatchMetrics.register(cloudwatch);
        CloudWatchData.register(cloudwatch);
        CloudWatchAlarms.register(cloudwatch);
        CloudWatchAlarmActions.register(cloudwatch);
        CloudWatchAlarmChanges.register(cloudwatch);
    }

    static MetricKey key(String namespace, String name, List<Dimension> dimensions) {
        Map<String, String> byName = dimensions.stream()
                .collect(Collectors.toMap(Dimension::name, Dimension::value, (first, second) -> second));
        return new MetricKey(namespace, name, byName);
    }

    static List<Dimension> dimensions(MetricKey key) {
        return key.sortedDimensions().entrySet().stream()
                .map(e ->
                        Dimension.builder().name(e.getKey()).value(e.getValue()).build())
                .toList();
    }

    static void checkPeriod(int period) {
        if (period != 1 && period != 5 && period != 10 && period != 30 && (period <= 0 || period % 60 != 0)) {
            throw new WireFault(
                    400,
                    "InvalidParameterValue",
                    "The parameter Period must be 1, 5, 10, 30 or a multiple of 60, not " + period);
        }
    }

    static WireFault invalid(String message) {
        return new WireFault(400, "ValidationError", message);
    }

    static WireFault badToken() {
        return new WireFault(400, "InvalidNextToken", "The token is not valid");
    }
}
