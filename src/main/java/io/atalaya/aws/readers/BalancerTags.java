package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticloadbalancing.model.Tag;

/**
 * Tags of balancers, which either API gives for twenty at a time. They are worth having and not worth losing the balancers
 * for: where they cannot be read, those known before stay.
 */
final class BalancerTags {
    private static final Logger LOG = LoggerFactory.getLogger(BalancerTags.class);
    private static final int AT_ONCE = 20;

    private final Map<String, Map<String, String>> before;
    private final Clients clients;

    BalancerTags(Clients clients, Deployment known) {
        this.clients = clients;
        this.before = known.items(Parts.LOAD_BALANCERS).stream()
                .collect(Collectors.toMap(LoadBalancer::arn, LoadBalancer::tags, (one, other) -> one));
    }

    /** By ARN. */
    Map<String, Map<String, String>> of(List<String> arns) {
        return read(arns, (some, tags) -> clients.elbV2()
                .describeTags(r -> r.resourceArns(some))
                .tagDescriptions()
                .forEach(d -> tags.put(
                        Absent.text(d.resourceArn()),
                        Absent.tags(
                                d.tags(),
                                software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag::key,
                                software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag::value))));
    }

    /** By name. */
    Map<String, Map<String, String>> ofClassic(List<String> names) {
        return read(names, (some, tags) -> clients.elb()
                .describeTags(r -> r.loadBalancerNames(some))
                .tagDescriptions()
                .forEach(
                        d -> tags.put(Absent.text(d.loadBalancerName()), Absent.tags(d.tags(), Tag::key, Tag::value))));
    }

    @FunctionalInterface
    private interface Question {
        void ask(List<String> some, Map<String, Map<String, String>> tags);
    }

    private Map<String, Map<String, String>> read(List<String> ids, Question question) {
        var tags = new HashMap<String, Map<String, String>>();
        for (var some : split(ids)) {
            try {
                question.ask(some, tags);
            } catch (AbortedException interrupted) {
                throw interrupted;
            } catch (SdkException unread) {
                LOG.debug("tags of {} balancers were not read: {}", some.size(), unread.getMessage());
                some.forEach(id -> tags.put(id, before.getOrDefault(id, Map.of())));
            }
        }
        return tags;
    }

    private static List<List<String>> split(List<String> ids) {
        var parts = new ArrayList<List<String>>();
        for (var from = 0; from < ids.size(); from += AT_ONCE) {
            parts.add(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
        }
        return parts;
    }
}
