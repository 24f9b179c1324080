package io.atalaya.ui.dns;

import io.atalaya.deployment.DnsAnswer;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.dns.CheckFacts;
import io.atalaya.deployment.dns.RecordFacts;
import io.atalaya.deployment.dns.Remark;
import io.atalaya.ui.common.Texts;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of names, in words. */
final class DnsTexts {
    private final Texts texts;

    DnsTexts(Texts texts) {
        this.texts = texts;
    }

    /** Names of resources where it leads to some, else what the record says. */
    static String leadsTo(RecordFacts facts) {
        if (!facts.leadsTo().isEmpty()) {
            return facts.leadsTo().stream().map(Resource::name).distinct().collect(Collectors.joining(", "));
        }
        var alias = facts.record().alias();
        return alias != null
                ? alias.dnsName()
                : String.join(", ", facts.record().values());
    }

    /** What Route 53 answers, in one line; null where it was not asked. */
    static @Nullable String said(@Nullable DnsAnswer answer) {
        return answer == null ? null : answer.data().isEmpty() ? answer.code() : String.join(", ", answer.data());
    }

    String remark(Remark remark) {
        return texts.get("dns.remark." + remark.kind(), remark.facts().toArray());
    }

    /** {@code https://app.checkop.co:443/health}; the id of a check that asks nobody. */
    static String endpoint(HealthCheck check) {
        if (check.host() == null) {
            return "-";
        }
        return check.host()
                + (check.port() == null ? "" : ":" + check.port())
                + (check.path() == null ? "" : check.path());
    }

    /** In how many regions all checkers are content. */
    @Nullable
    String regions(CheckFacts facts) {
        if (facts.regions().isEmpty()) {
            return null;
        }
        var content = facts.regions().stream()
                .filter(region -> region.healthy() == region.all())
                .count();
        return texts.get("dns.regions.of", content, facts.regions().size());
    }
}
