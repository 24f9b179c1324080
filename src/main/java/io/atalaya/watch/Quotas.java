package io.atalaya.watch;

import java.util.Map;

/**
 * The published request quotas of the APIs this console calls. They differ between regions and are raised on request: they are
 * where the budget starts from, and being throttled corrects it.
 *
 * <ul>
 *   <li>EC2 ("Request throttling for the Amazon EC2 API"): every API has a bucket of its own; describe calls 100, refilled at
 *       20/s, the unfiltered and unpaged ones 50 at 10/s, which is assumed for all.
 *   <li>Elastic Load Balancing ("Request throttling for the Elastic Load Balancing API"): all describe calls share a bucket of
 *       40, refilled at 10/s. The classic API has its own; IAM names both alike, so here they share.
 *   <li>Route 53 ("Quotas"): five requests a second of an account, all calls together, in all regions.
 *   <li>CloudWatch ("CloudWatch service quotas"): GetMetricData 50/s, DescribeAlarms 9/s, ListMetrics 25/s.
 *   <li>CloudWatch Logs ("CloudWatch Logs quotas"): FilterLogEvents 5/s, DescribeLogGroups and DescribeLogStreams 10/s,
 *       GetLogEvents 10/s, StartLiveTail 3/s.
 *   <li>CloudTrail (API reference of LookupEvents): two a second.
 *   <li>Auto Scaling shares one unpublished bucket among all its calls; RDS, EFS, IAM and STS publish none: ten a second is
 *       assumed.
 * </ul>
 */
final class Quotas {
    private static final Map<String, Quota> BY_API = Map.ofEntries(
            one("cloudwatch:GetMetricData", 50),
            one("cloudwatch:DescribeAlarms", 9),
            one("cloudwatch:ListMetrics", 25),
            one("cloudtrail:LookupEvents", 2),
            one("logs:FilterLogEvents", 5),
            one("logs:DescribeLogGroups", 10),
            one("logs:DescribeLogStreams", 10),
            one("logs:GetLogEvents", 10),
            one("logs:StartLiveTail", 3));
    private static final Map<String, Quota> BY_SERVICE = Map.of(
            "elasticloadbalancing",
            new Quota("elasticloadbalancing:*", 10, 40),
            "route53",
            new Quota("route53:*", 5, 5),
            "autoscaling",
            new Quota("autoscaling:*", 10, 20));

    private Quotas() {}

    /** The quota a call counts against; never null. */
    static Quota of(String api) {
        var known = BY_API.get(api);
        if (known != null) {
            return known;
        }
        var service = api.substring(0, Math.max(0, api.indexOf(':')));
        var family = BY_SERVICE.get(service);
        if (family != null) {
            return family;
        }
        return service.equals("ec2") ? new Quota(api, 10, 50) : new Quota(api, 10, 20);
    }

    private static Map.Entry<String, Quota> one(String api, double perSecond) {
        return Map.entry(api, new Quota(api, perSecond, perSecond));
    }
}
