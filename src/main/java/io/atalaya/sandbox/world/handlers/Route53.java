package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.World;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.model.DelegationSet;
import software.amazon.awssdk.services.route53.model.GetHostedZoneRequest;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ListHostedZonesRequest;
import software.amazon.awssdk.services.route53.model.ListHostedZonesResponse;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Hosted zones and their records. */
final class Route53 {
    private static final int STANDARD_ZONES = 100;
    private static final int STANDARD_RECORDS = 300;

    private Route53() {}

    static void register(OperationRegistry registry, Cloud cloud) {
        Operations route53 = Operations.global(registry, cloud, "route53")
                .on("ListHostedZones", ListHostedZonesRequest.class, ListHostedZonesResponse.class, Route53::zones)
                .on("GetHostedZone", GetHostedZoneRequest.class, GetHostedZoneResponse.class, Route53::zone)
                .on(
                        "ListResourceRecordSets",
                        ListResourceRecordSetsRequest.class,
                        ListResourceRecordSetsResponse.class,
                        Route53::records);
        Route53Health.register(route53);
        Route53Changes.register(route53);
        Route53Answers.register(route53);
    }

    private static ListHostedZonesResponse zones(World world, ListHostedZonesRequest r, Call call) {
        int limit = limit(r.maxItems(), STANDARD_ZONES);
        Page<HostedZone> page = Page.of(
                List.copyOf(world.dns().zones().all()), limit, limit, r.marker(), invalid("The marker is not valid"));
        return ListHostedZonesResponse.builder()
                .hostedZones(page.items())
                .marker(r.marker())
                .isTruncated(page.token() != null)
                .nextMarker(page.token())
                .maxItems(String.valueOf(limit))
                .build();
    }

    private static GetHostedZoneResponse zone(World world, GetHostedZoneRequest r, Call call) {
        String id = bare(r.id());
        HostedZone zone = world.dns().zones().find(id).orElseThrow(() -> noZone(id));
        List<String> nameServers = world.dns().records().getOrDefault(id, List.of()).stream()
                .filter(s -> s.type() == RRType.NS && s.name().equals(zone.name()))
                .flatMap(s -> s.resourceRecords().stream())
                .map(ResourceRecord::value)
                .map(v -> v.endsWith(".") ? v.substring(0, v.length() - 1) : v)
                .toList();
        return GetHostedZoneResponse.builder()
                .hostedZone(zone)
                .delegationSet(DelegationSet.builder().nameServers(nameServers).build())
                .build();
    }

    /** The next page begins at the record named by the answer: Route 53 has no opaque token here. */
    private static ListResourceRecordSetsResponse records(World world, ListResourceRecordSetsRequest r, Call call) {
        String id = bare(r.hostedZoneId());
        if (!world.dns().zones().contains(id)) {
            throw noZone(id);
        }
        if (r.startRecordType() != null && r.startRecordName() == null) {
            throw invalid("The input is not valid: a type without a name");
        }
        List<ResourceRecordSet> all = world.dns().records().getOrDefault(id, List.of());
        int from = 0;
        while (from < all.size() && before(all.get(from), r.startRecordName(), r.startRecordTypeAsString())) {
            from++;
        }
        int limit = limit(r.maxItems(), STANDARD_RECORDS);
        int to = Math.min(all.size(), from + limit);
        var answer = ListResourceRecordSetsResponse.builder()
                .resourceRecordSets(all.subList(from, to))
                .maxItems(String.valueOf(limit))
                .isTruncated(to < all.size());
        if (to < all.size()) {
            answer.nextRecordName(all.get(to).name()).nextRecordType(all.get(to).type());
        }
        return answer.build();
    }

    /** Route 53's order: by the name's labels from the right, then by type. */
    private static boolean before(ResourceRecordSet set, @Nullable String name, @Nullable String type) {
        if (name == null) {
            return false;
        }
        String wanted = name.endsWith(".") ? name : name + '.';
        int byName = reversed(set.name()).compareTo(reversed(wanted));
        return byName < 0 || byName == 0 && type != null && set.typeAsString().compareTo(type) < 0;
    }

    private static String reversed(String name) {
        List<String> labels = List.of(name.toLowerCase(Locale.ROOT).split("\\.", -1));
        return String.join(".", labels.reversed());
    }

    private static int limit(@Nullable String maxItems, int standard) {
        if (maxItems == null) {
            return standard;
        }
        try {
            int n = Integer.parseInt(maxItems);
            if (n > 0) {
                return Math.min(n, standard);
            }
            throw invalid("maxitems must be greater than 0");
        } catch (NumberFormatException e) {
            WireFault fault = invalid("maxitems is not a number");
            fault.initCause(e);
            throw fault;
        }
    }

    private static String bare(String id) {
        return id.replace("/hostedzone/", "");
    }

    private static WireFault noZone(String id) {
        return new WireFault(404, "NoSuchHostedZone", "No hosted zone found with ID: " + id);
    }

    static WireFault invalid(String message) {
        return new WireFault(400, "InvalidInput", message);
    }
}
