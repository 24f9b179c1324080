package io.atalaya.deployment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Resolves DNS records to the resources of the same snapshot, without asking any name server. */
public final class Leads {
    private final String region;
    private final Map<String, ResourceRef> byHost = new HashMap<>();
    private final Map<String, ResourceRef> byAddress = new HashMap<>();
    private final Map<String, ResourceRef> byRecord = new HashMap<>();
    private final boolean recordsKnown;
    private final boolean balancersKnown;
    private final boolean databasesKnown;

    /**
     * What was found behind a record.
     *
     * @param resources in the order of the record's values; empty unless resolved
     */
    public record Found(Lead kind, List<ResourceRef> resources) {
        public Found {
            resources = List.copyOf(resources);
        }
    }

    Leads(Deployment deployment) {
        region = deployment.region();
        recordsKnown = known(deployment, Parts.RECORD_SETS);
        balancersKnown = known(deployment, Parts.LOAD_BALANCERS);
        databasesKnown = known(deployment, Parts.DATABASES);
        for (var record : deployment.items(Parts.RECORD_SETS)) {
            byRecord.putIfAbsent(key(record.hostedZoneId(), record.name(), record.recordType()), record.ref());
        }
        for (var balancer : deployment.items(Parts.LOAD_BALANCERS)) {
            byHost.put(DeploymentIndex.host(balancer.dnsName()), balancer.ref());
        }
        for (var database : deployment.items(Parts.DATABASES)) {
            if (database.endpoint() != null) {
                byHost.put(DeploymentIndex.host(database.endpoint()), database.ref());
            }
        }
        for (var instance : deployment.items(Parts.INSTANCES)) {
            if (instance.publicIp() != null) {
                byAddress.put(instance.publicIp(), instance.ref());
            }
            if (instance.privateIp() != null) {
                byAddress.put(instance.privateIp(), instance.ref());
            }
        }
        for (var address : deployment.items(Parts.ELASTIC_IPS)) {
            byAddress.putIfAbsent(address.publicIp(), address.ref());
        }
    }

    private static boolean known(Deployment deployment, Part<?> part) {
        var listing = deployment.observed(part).value();
        return listing != null && listing.complete();
    }

    private static String key(String zone, String name, String type) {
        return zone + " " + DeploymentIndex.host(name) + " " + type;
    }

    /** An alias within its own zone stands for another record of the same type there. */
    private Found inZone(RecordSet records, AliasTarget alias) {
        var ref = byRecord.get(key(records.hostedZoneId(), alias.dnsName(), records.recordType()));
        return ref != null
                ? new Found(Lead.RESOLVED, List.of(ref))
                : new Found(recordsKnown ? Lead.DANGLING : Lead.NOT_READ, List.of());
    }

    Found of(RecordSet records) {
        var alias = records.alias();
        if (alias != null && alias.hostedZoneId().equals(records.hostedZoneId())) {
            return inZone(records, alias);
        }
        var names = alias == null ? records.values() : List.of(alias.dnsName());
        var found = new ArrayList<ResourceRef>();
        var kind = Lead.OUTSIDE;
        for (var name : names) {
            var host = bare(DeploymentIndex.host(name));
            var ref = records.recordType().startsWith("A") && alias == null ? byAddress.get(name) : byHost.get(host);
            if (ref != null) {
                found.add(ref);
            } else if (alias != null || records.recordType().equals("CNAME")) {
                kind = missing(host);
            }
        }
        // One dangling value is enough: some of the requests go there.
        return new Found(kind == Lead.DANGLING || found.isEmpty() ? kind : Lead.RESOLVED, found);
    }

    /** Aliases made in the AWS console carry {@code dualstack.} before the balancer's own name. */
    private static String bare(String host) {
        return host.startsWith("dualstack.") ? host.substring("dualstack.".length()) : host;
    }

    private Lead missing(String host) {
        // Application and classic: NAME.REGION.elb.amazonaws.com; network: NAME.elb.REGION.amazonaws.com.
        if (host.endsWith("." + region + ".elb.amazonaws.com") || host.endsWith(".elb." + region + ".amazonaws.com")) {
            return balancersKnown ? Lead.DANGLING : Lead.NOT_READ;
        }
        if (host.endsWith("." + region + ".rds.amazonaws.com")) {
            // Cluster and proxy end points are no instances: only an instance's own name can be missed.
            return host.contains(".cluster-") || host.contains(".proxy-") || !databasesKnown
                    ? Lead.NOT_READ
                    : Lead.DANGLING;
        }
        return Lead.OUTSIDE;
    }
}
