package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.AlarmMaker;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** An alarm on the unhealthy targets of each web service, two on each database. */
final class FleetAlarms {
    private static final double GIB = 1L << 30;

    private final AlarmMaker alarms;
    private final Names names;

    FleetAlarms(World world, Names names) {
        this.alarms = new AlarmMaker(world, "Ceiba", "ceiba-noc");
        this.names = names;
    }

    void furnish(Company company) {
        for (var front : FleetBalancers.fronts(company)) {
            String balancer = names.balancerArn(front.site(), front.index());
            for (Service service : front.services()) {
                String group = names.targetGroupArn(service);
                alarms.add(of(
                        "Targets " + service.name(),
                        front.isNetwork() ? "AWS/NetworkELB" : "AWS/ApplicationELB",
                        "UnHealthyHostCount",
                        Map.of(
                                "LoadBalancer", balancer.substring(balancer.indexOf("loadbalancer/") + 13),
                                "TargetGroup", group.substring(group.indexOf("targetgroup/"))),
                        ComparisonOperator.GREATER_THAN_THRESHOLD,
                        service.size() * 0.1));
            }
        }
        for (Service service : FleetData.databases(company)) {
            Map<String, String> database = Map.of("DBInstanceIdentifier", service.name());
            alarms.add(of(
                    "CPU " + service.name(),
                    "AWS/RDS",
                    "CPUUtilization",
                    database,
                    ComparisonOperator.GREATER_THAN_THRESHOLD,
                    85));
            alarms.add(of(
                    "Storage " + service.name(),
                    "AWS/RDS",
                    "FreeStorageSpace",
                    database,
                    ComparisonOperator.LESS_THAN_THRESHOLD,
                    10 * GIB));
        }
    }

    private static MetricAlarm.Builder of(
            String name,
            String namespace,
            String metric,
            Map<String, String> dimensions,
            ComparisonOperator comparison,
            double threshold) {
        return AlarmMaker.of(name, namespace, metric, dimensions, Statistic.AVERAGE, comparison, threshold)
                .evaluationPeriods(2)
                .datapointsToAlarm(2);
    }
}
