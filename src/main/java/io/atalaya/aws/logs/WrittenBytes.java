package io.atalaya.aws.logs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** {@code IncomingBytes} of AWS/Logs: the uncompressed bytes of the events that were written to a group, by the minute of writing. */
final class WrittenBytes {
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;
    /** Hours are kept for 455 days by CloudWatch, and a call gives 100,800 values at most. */
    private static final long MOST_HOURS = 24L * 60;

    private final CloudWatchClient client;
    private final Instant now;

    WrittenBytes(CloudWatchClient client, Instant now) {
        this.client = client;
        this.now = now;
    }

    /** Over spans of up to an hour by minutes (kept for 15 days), of sixty days by hours, of more by days; the parts at the ends are shared out. */
    Map<String, Double> of(List<String> groups, Instant from, Instant to) {
        long hours = from.until(to, ChronoUnit.HOURS);
        boolean recent = from.isAfter(now.minus(14, ChronoUnit.DAYS));
        int period = hours < 6 && recent ? 60 : hours < MOST_HOURS ? HOUR : DAY;
        long begin = from.getEpochSecond() / period * period;
        long end = (to.getEpochSecond() + period - 1) / period * period;
        var queries = new ArrayList<MetricDataQuery>();
        for (int i = 0; i < groups.size(); i++) {
            var name = GroupArn.name(groups.get(i));
            queries.add(MetricDataQuery.builder()
                    .id("g" + i)
                    .returnData(true)
                    .metricStat(stat -> stat.stat("Sum").period(period).metric(m -> m.namespace("AWS/Logs")
                            .metricName("IncomingBytes")
                            .dimensions(d -> d.name("LogGroupName").value(name))))
                    .build());
        }
        var bytes = new HashMap<String, Double>();
        client.getMetricDataPaginator(r -> r.metricDataQueries(queries)
                        .startTime(Instant.ofEpochSecond(begin))
                        .endTime(Instant.ofEpochSecond(end)))
                .forEach(page -> page.metricDataResults().forEach(result -> {
                    int index = index(result.id(), groups.size());
                    if (index >= 0) {
                        var sum = result.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum();
                        bytes.merge(groups.get(index), sum, Double::sum);
                    }
                }));
        double share = (double) Math.max(1, to.getEpochSecond() - from.getEpochSecond()) / Math.max(1, end - begin);
        bytes.replaceAll((group, sum) -> sum * Math.min(1, share));
        return bytes;
    }

    private static int index(String id, int groups) {
        if (id == null || !id.startsWith("g")) {
            return -1;
        }
        try {
            int index = Integer.parseInt(id.substring(1));
            return index < groups ? index : -1;
        } catch (NumberFormatException other) {
            return -1;
        }
    }
}
