package io.atalaya.noc.probe;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.ProbeSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that may be asked at all: those that the catalogue names, and those of the deployment: names of its records,
 * balancers, addresses of its instances. A wildcard record names no host.
 *
 * @param named by the catalogue, by a person: addresses that no name may lead to are allowed here
 * @param found in the deployment
 */
public record Configured(Set<Host> named, Set<Host> found) {
    public Configured {
        named = Set.copyOf(named);
        found = Set.copyOf(found);
    }

    /** Of this snapshot. */
    public static Configured of(Deployment deployment, Catalogue catalogue) {
        var named = new HashSet<Host>();
        for (var item : catalogue.items()) {
            for (var source : item.sources()) {
                if (source instanceof ProbeSource probe) {
                    probe.targets().stream()
                            .filter(text -> !ProbeTargets.isWord(text))
                            .forEach(text -> ProbeTarget.parse(text, probe.kind(), probe.port())
                                    .ifPresent(target -> named.add(target.host())));
                }
            }
        }
        var found = new HashSet<Host>();
        deployment.items(Parts.RECORD_SETS).forEach(record -> add(found, record.name()));
        deployment.items(Parts.LOAD_BALANCERS).forEach(balancer -> add(found, balancer.dnsName()));
        for (var instance : deployment.items(Parts.INSTANCES)) {
            add(found, instance.privateIp());
            add(found, instance.publicIp());
        }
        deployment.items(Parts.ELASTIC_IPS).forEach(address -> add(found, address.publicIp()));
        return new Configured(named, found);
    }

    private static void add(Set<Host> hosts, @Nullable String text) {
        if (text != null) {
            Host.of(text).ifPresent(hosts::add);
        }
    }

    /** Whether a probe may leave for that host. */
    public boolean has(Host host) {
        return named.contains(host) || found.contains(host);
    }
}
