package io.atalaya.deployment.overview;

import java.util.Comparator;
import java.util.List;

/** What needs attention, by all rules. */
public final class AttentionList {
    private static final List<Rule> RULES = List.of(
            new TargetRule(),
            new ZoneRule(),
            new WithdrawnRule(),
            new BalancerRule(),
            new InstanceRule(),
            new ScalingRule(),
            new RefreshRule(),
            new CertificateRule(),
            new ErrorsRule(),
            new ImageRule(),
            new PerimeterRule(),
            new VpnRule(),
            new DatabaseRule(),
            new StorageRule(),
            new FillingRule(),
            new GrowthRule(),
            new AlarmRule(),
            new DnsRule(),
            new UnusedRule(),
            new SourceRule());

    private AttentionList() {}

    /** All findings, worst first. The order by time is the reader's: only a watcher knows since when most things are so. */
    public static List<Finding> of(Situation situation) {
        return RULES.stream()
                .flatMap(rule -> rule.find(situation))
                .sorted(Comparator.comparing(Finding::urgency)
                        .thenComparing(Finding::kind)
                        .thenComparing(Finding::key))
                .toList();
    }
}
