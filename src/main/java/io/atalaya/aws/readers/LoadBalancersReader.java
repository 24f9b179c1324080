package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.PartialReadException;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Balancers of both APIs. If one of the two fails, the other's answers are shown with the problem, because an endpoint may
 * offer only one of them.
 */
final class LoadBalancersReader implements Reader<LoadBalancer> {
    private final Clients clients;
    private final PageSize pageSize;

    LoadBalancersReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<LoadBalancer> source() {
        return new Source<>(
                Parts.LOAD_BALANCERS,
                Set.of("elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTags"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<LoadBalancer>> page) throws PartialReadException {
        var answered = new ArrayList<LoadBalancer>();
        Consumer<List<LoadBalancer>> both = page.andThen(answered::addAll);
        var tags = new BalancerTags(clients, known);
        var v2 = attempt(() -> readV2(tags, both));
        var classic = attempt(() -> readClassic(tags, both));
        if (v2 != null && classic != null) {
            throw v2;
        }
        if (v2 != null) {
            throw new PartialReadException(answered, before(known, false), v2);
        }
        if (classic != null) {
            throw new PartialReadException(answered, before(known, true), classic);
        }
    }

    private void readV2(BalancerTags tags, Consumer<List<LoadBalancer>> page) {
        for (var answer : clients.elbV2().describeLoadBalancersPaginator(r -> r.pageSize(pageSize.within(1, 400)))) {
            var balancers = answer.loadBalancers();
            var byArn = tags.of(Absent.texts(balancers, b -> b.loadBalancerArn()));
            page.accept(balancers.stream()
                    .map(b -> BalancerReads.balancer(b, byArn.getOrDefault(b.loadBalancerArn(), Map.of())))
                    .toList());
        }
    }

    private void readClassic(BalancerTags tags, Consumer<List<LoadBalancer>> page) {
        for (var answer : clients.elb().describeLoadBalancersPaginator(r -> r.pageSize(pageSize.within(1, 400)))) {
            var balancers = answer.loadBalancerDescriptions();
            var byName = tags.ofClassic(Absent.texts(balancers, b -> b.loadBalancerName()));
            page.accept(balancers.stream()
                    .map(b -> BalancerReads.classic(b, byName.getOrDefault(b.loadBalancerName(), Map.of())))
                    .toList());
        }
    }

    private static @Nullable SdkException attempt(Runnable read) {
        try {
            read.run();
            return null;
        } catch (AbortedException interrupted) {
            throw interrupted;
        } catch (SdkException failed) {
            return failed;
        }
    }

    private static List<LoadBalancer> before(Deployment known, boolean classic) {
        return known.items(Parts.LOAD_BALANCERS).stream()
                .filter(b -> (b.balancerType() == LoadBalancerType.CLASSIC) == classic)
                .toList();
    }
}
