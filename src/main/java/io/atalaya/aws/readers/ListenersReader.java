package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RuleAction;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancing.model.ListenerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;

/** Listeners of all balancers: a call for each one of the newer API, one for all classic ones together. */
final class ListenersReader implements Reader<Listener> {
    private final Clients clients;
    private final PageSize pageSize;
    private final FanOut fanOut;

    ListenersReader(Clients clients, PageSize pageSize, FanOut fanOut) {
        this.clients = clients;
        this.pageSize = pageSize;
        this.fanOut = fanOut;
    }

    Source<Listener> source() {
        return new Source<>(
                Parts.LISTENERS,
                Set.of("elasticloadbalancing:DescribeListeners"),
                Cadence.MINUTE,
                Set.of(Parts.LOAD_BALANCERS),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<Listener>> page) throws Exception {
        var balancers = known.items(Parts.LOAD_BALANCERS);
        var arns = balancers.stream()
                .filter(b -> b.balancerType() != LoadBalancerType.CLASSIC)
                .map(LoadBalancer::arn)
                .toList();
        var gathered = new Gathered<String, Listener>(page);
        fanOut.ask(arns, this::ofBalancer, gathered);
        if (arns.size() < balancers.size()) {
            for (var answer : clients.elb().describeLoadBalancersPaginator(r -> r.pageSize(pageSize.within(1, 400)))) {
                gathered.add(answer.loadBalancerDescriptions().stream()
                        .flatMap(ListenersReader::classic)
                        .toList());
            }
        }
        gathered.finish(known.items(Parts.LISTENERS), Listener::balancerArn);
    }

    private List<Listener> ofBalancer(String arn) {
        var listeners = new ArrayList<Listener>();
        try {
            clients.elbV2()
                    .describeListenersPaginator(r -> r.loadBalancerArn(arn).pageSize(pageSize.within(1, 400)))
                    .forEach(answer -> answer.listeners().forEach(l -> listeners.add(listener(arn, l))));
        } catch (LoadBalancerNotFoundException deletedMeanwhile) {
            return List.of();
        }
        return listeners;
    }

    private static Listener listener(
            String balancerArn, software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener l) {
        return new Listener(
                Absent.text(l.listenerArn()),
                Absent.text(l.loadBalancerArn(), balancerArn),
                // gateway balancers listen to everything: no protocol, no port
                Absent.text(l.protocolAsString()),
                Absent.number(l.port()),
                Absent.texts(l.certificates(), Certificate::certificateArn),
                Absent.orNull(l.sslPolicy()),
                RuleActions.of(l.defaultActions()));
    }

    private static Stream<Listener> classic(LoadBalancerDescription balancer) {
        return balancer.listenerDescriptions().stream()
                .map(ListenerDescription::listener)
                .filter(l -> l != null)
                .map(l -> new Listener(
                        balancer.loadBalancerName() + ":" + l.loadBalancerPort(),
                        Absent.text(balancer.loadBalancerName()),
                        Absent.text(l.protocol()),
                        Absent.number(l.loadBalancerPort()),
                        l.sslCertificateId() == null ? List.of() : List.of(l.sslCertificateId()),
                        null,
                        List.of(new RuleAction("forward", List.of(), l.instanceProtocol() + " " + l.instancePort()))));
    }
}
