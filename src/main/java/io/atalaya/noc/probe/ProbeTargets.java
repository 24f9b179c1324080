package io.atalaya.noc.probe;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ProbeResult.Kind;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Resource;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.ProbeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What there is to ask, by the sources of a catalogue: pure functions of a snapshot. */
public final class ProbeTargets {
    /** Names of public records that lead to a balancer of the internet, or to an instance. */
    public static final String DNS = "dns";
    /** The names of the balancers of the internet. */
    public static final String BALANCERS = "balancers";
    /** The addresses of running instances: the public one where there is one. */
    public static final String INSTANCES = "instances";

    private static final Set<String> WORDS = Set.of(DNS, BALANCERS, INSTANCES);
    private static final int MOST = 100;

    private ProbeTargets() {}

    /** Whether that stands for what the deployment has, and is no host. */
    public static boolean isWord(String text) {
        return WORDS.contains(text);
    }

    /** Of all sources of a catalogue, each once, at most a hundred. */
    public static List<ProbeTarget> of(Deployment deployment, Catalogue catalogue) {
        var targets = new LinkedHashMap<String, ProbeTarget>();
        for (var item : catalogue.items()) {
            for (var source : item.sources()) {
                if (source instanceof ProbeSource probe) {
                    of(deployment, probe).forEach(target -> targets.putIfAbsent(target.url(), target));
                }
            }
        }
        return targets.values().stream().limit(MOST).toList();
    }

    /** Of one source, in the order of its words, then of AWS. */
    public static List<ProbeTarget> of(Deployment deployment, ProbeSource source) {
        var targets = new LinkedHashMap<String, ProbeTarget>();
        for (var text : source.targets()) {
            switch (text) {
                case DNS -> names(deployment, source).forEach(each -> targets.putIfAbsent(each.url(), each));
                case BALANCERS ->
                    deployment.items(Parts.LOAD_BALANCERS).forEach(balancer -> Host.of(balancer.dnsName())
                            .flatMap(host -> at(deployment, source, host, balancer))
                            .ifPresent(each -> targets.putIfAbsent(each.url(), each)));
                case INSTANCES ->
                    deployment.items(Parts.INSTANCES).forEach(instance -> address(instance)
                            .flatMap(host -> at(deployment, source, host, instance))
                            .ifPresent(each -> targets.putIfAbsent(each.url(), each)));
                default ->
                    ProbeTarget.parse(text, source.kind(), source.port())
                            .ifPresent(each -> targets.putIfAbsent(each.url(), each));
            }
        }
        return List.copyOf(targets.values());
    }

    private static Optional<Host> address(Instance instance) {
        var text = instance.publicIp() == null ? instance.privateIp() : instance.publicIp();
        return text == null ? Optional.empty() : Host.of(text);
    }

    private static List<ProbeTarget> names(Deployment deployment, ProbeSource source) {
        var open = deployment.items(Parts.HOSTED_ZONES).stream()
                .filter(zone -> !zone.isPrivate())
                .map(HostedZone::id)
                .collect(Collectors.toSet());
        var targets = new ArrayList<ProbeTarget>();
        for (var record : deployment.items(Parts.RECORD_SETS)) {
            if (open.contains(record.hostedZoneId()) && leads(record)) {
                Host.of(record.name()).ifPresent(host -> behind(deployment, record)
                        .flatMap(resource -> at(deployment, source, host, resource))
                        .ifPresent(targets::add));
            }
        }
        return targets;
    }

    private static boolean leads(RecordSet record) {
        return Set.of("A", "AAAA", "CNAME").contains(record.recordType());
    }

    private static Optional<Resource> behind(Deployment deployment, RecordSet record) {
        var index = deployment.index();
        return index.lead(record).resources().stream()
                .flatMap(ref -> index.find(ref).stream())
                .filter(it -> it instanceof LoadBalancer || it instanceof Instance)
                .findFirst();
    }

    /** Only ports on which the balancer listens, and only what runs: a question to anything else would say nothing. */
    private static Optional<ProbeTarget> at(Deployment deployment, ProbeSource source, Host host, Resource resource) {
        var port = resource instanceof LoadBalancer balancer
                ? port(deployment, source, balancer)
                : Optional.of(source.port()).filter(it -> source.kind() == Kind.TCP && runs(resource));
        return port.flatMap(it -> ProbeTarget.of(source.kind(), host, it, "/", resource.ref()));
    }

    private static boolean runs(Resource resource) {
        return resource instanceof Instance instance && instance.state().equals("running");
    }

    private static Optional<Integer> port(Deployment deployment, ProbeSource source, LoadBalancer balancer) {
        if (!balancer.scheme().equals("internet-facing")) {
            return Optional.empty();
        }
        var listeners = deployment.index().listeners(balancer.arn());
        return switch (source.kind()) {
            case TCP -> {
                var ports = listeners.stream()
                        .filter(it -> !it.protocol().contains("UDP"))
                        .map(it -> it.port())
                        .toList();
                yield ports.contains(source.port())
                        ? Optional.of(source.port())
                        : ports.stream().findFirst();
            }
            case HTTP ->
                listeners.stream()
                        .filter(it -> it.protocol().equals("HTTP"))
                        .map(it -> it.port())
                        .findFirst();
            case HTTPS ->
                listeners.stream()
                        .filter(it ->
                                it.protocol().equals("HTTPS") || it.protocol().equals("TLS"))
                        .map(it -> it.port())
                        .findFirst();
        };
    }
}
