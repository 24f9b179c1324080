package io.atalaya.aws.readers;

import io.atalaya.deployment.CheckerResult;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.PartialReadException;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.route53.model.HealthCheckObservation;
import software.amazon.awssdk.services.route53.model.NoSuchHealthCheckException;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/**
 * Route 53 health checks with what their checkers see, a call for each check. If only the checkers' words are refused, the
 * checks are shown without them and the problem says why.
 */
final class HealthChecksReader implements Reader<HealthCheck> {
    private static final Logger LOG = LoggerFactory.getLogger(HealthChecksReader.class);

    /** Checks of checks, of alarms and of routing controls have no checkers: Route 53 refuses the question. */
    private static final Set<String> WITHOUT_CHECKERS = Set.of("CALCULATED", "CLOUDWATCH_METRIC", "RECOVERY_CONTROL");

    private static final int TAGS_AT_ONCE = 10;

    private final Clients clients;
    private final PageSize pageSize;
    private final FanOut fanOut;

    HealthChecksReader(Clients clients, PageSize pageSize, FanOut fanOut) {
        this.clients = clients;
        this.pageSize = pageSize;
        this.fanOut = fanOut;
    }

    Source<HealthCheck> source() {
        return new Source<>(
                Parts.HEALTH_CHECKS,
                Set.of("route53:ListHealthChecks", "route53:GetHealthCheckStatus", "route53:ListTagsForResources"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<HealthCheck>> page) throws Exception {
        var checks = new ArrayList<software.amazon.awssdk.services.route53.model.HealthCheck>();
        var size = String.valueOf(pageSize.within(1, 100));
        Calls.named(
                        "route53:ListHealthChecks",
                        () -> clients.route53().listHealthChecksPaginator(r -> r.maxItems(size)).healthChecks().stream()
                                .toList())
                .forEach(checks::add);
        var refused = new ArrayList<Exception>();
        var names = names(checks);
        var seen = checkers(checks, refused);
        var old = known.items(Parts.HEALTH_CHECKS).stream()
                .collect(Collectors.toMap(HealthCheck::id, check -> check, (one, other) -> one));
        var all = checks.stream()
                .map(c -> check(c, names.get(c.id()), seen.get(c.id()), old.get(c.id())))
                .toList();
        if (!refused.isEmpty()) {
            // what a checker said before is old; a check without its checkers' words is not
            var kept = all.stream()
                    .filter(c -> !seen.containsKey(c.id()) && !c.checkers().isEmpty())
                    .toList();
            var answered = all.stream().filter(c -> !kept.contains(c)).toList();
            throw new PartialReadException(answered, kept, refused.getFirst());
        }
        page.accept(all);
    }

    /** Names are tags, worth having and not worth a problem: without them a check goes by the name it had, or its id. */
    private Map<String, String> names(List<software.amazon.awssdk.services.route53.model.HealthCheck> checks)
            throws InterruptedException {
        var ids = Absent.texts(checks, c -> c.id());
        var groups = new ArrayList<List<String>>();
        for (var from = 0; from < ids.size(); from += TAGS_AT_ONCE) {
            groups.add(ids.subList(from, Math.min(ids.size(), from + TAGS_AT_ONCE)));
        }
        var names = new HashMap<String, String>();
        fanOut.<List<String>, Map<String, String>>ask(groups, this::namesOfSome, answer -> {
            switch (answer) {
                case FanOut.Answer.Ok<List<String>, Map<String, String>> ok -> names.putAll(ok.value());
                case FanOut.Answer.Failed<List<String>, Map<String, String>> bad ->
                    LOG.debug(
                            "names of health checks were not read: {}",
                            bad.thrown().getMessage());
            }
        });
        return names;
    }

    private Map<String, String> namesOfSome(List<String> ids) {
        var names = new HashMap<String, String>();
        clients.route53()
                .listTagsForResources(
                        r -> r.resourceType(TagResourceType.HEALTHCHECK).resourceIds(ids))
                .resourceTagSets()
                .forEach(set -> set.tags().stream()
                        .filter(tag -> "Name".equals(tag.key()) && tag.value() != null)
                        .forEach(tag -> names.put(set.resourceId(), tag.value())));
        return names;
    }

    private Map<String, List<CheckerResult>> checkers(
            List<software.amazon.awssdk.services.route53.model.HealthCheck> checks, List<Exception> refused)
            throws InterruptedException {
        var ids = Absent.texts(checks.stream()
                .filter(c -> c.healthCheckConfig() == null
                        || !WITHOUT_CHECKERS.contains(
                                Absent.text(c.healthCheckConfig().typeAsString())))
                .map(c -> c.id()));
        var seen = new HashMap<String, List<CheckerResult>>();
        fanOut.<String, List<CheckerResult>>ask(ids, this::checkers, answer -> {
            switch (answer) {
                case FanOut.Answer.Ok<String, List<CheckerResult>> ok -> seen.put(ok.key(), ok.value());
                case FanOut.Answer.Failed<String, List<CheckerResult>> bad -> refused.add(bad.thrown());
            }
        });
        return seen;
    }

    private List<CheckerResult> checkers(String id) {
        try {
            return clients.route53().getHealthCheckStatus(r -> r.healthCheckId(id)).healthCheckObservations().stream()
                    .map(HealthChecksReader::checker)
                    .toList();
        } catch (NoSuchHealthCheckException deletedMeanwhile) {
            return List.of();
        }
    }

    private static CheckerResult checker(HealthCheckObservation o) {
        var report = o.statusReport();
        var words = report == null ? "" : Absent.text(report.status());
        return new CheckerResult(
                Absent.text(o.regionAsString()),
                Absent.text(o.ipAddress()),
                words,
                report == null ? null : report.checkedTime(),
                words.startsWith("Success"));
    }

    private static HealthCheck check(
            software.amazon.awssdk.services.route53.model.HealthCheck c,
            @Nullable String name,
            @Nullable List<CheckerResult> checkers,
            @Nullable HealthCheck before) {
        var config = c.healthCheckConfig();
        var id = Absent.text(c.id());
        var host = config == null ? null : config.fullyQualifiedDomainName();
        var address = config == null ? null : config.ipAddress();
        return new HealthCheck(
                id,
                Absent.text(name, before == null ? id : before.name()),
                config == null ? "" : Absent.text(config.typeAsString()),
                host == null ? address : host,
                config == null ? null : config.port(),
                config == null ? null : config.resourcePath(),
                config != null && Absent.yes(config.disabled()),
                config != null && Absent.yes(config.inverted()),
                checkers != null ? checkers : before == null ? List.of() : before.checkers());
    }
}
