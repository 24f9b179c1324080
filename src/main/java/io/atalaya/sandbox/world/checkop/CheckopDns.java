package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.Dns;
import io.atalaya.sandbox.world.World;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.Tag;

/** The public zone checkop.co. with its eight record sets, and the health check on the site. */
final class CheckopDns {
    private CheckopDns() {}

    static void furnish(World world) {
        Dns dns = world.dns();
        dns.zones()
                .put(HostedZone.builder()
                        .id("/hostedzone/" + Ids.ZONE)
                        .name("checkop.co.")
                        .callerReference("checkop-co-2026-03-03")
                        .config(c -> c.comment("CheckOP, producción").privateZone(false))
                        .resourceRecordSetCount(8L)
                        .build());
        dns.records()
                .put(
                        Ids.ZONE,
                        List.of(
                                alias("checkop.co."),
                                plain("checkop.co.", "MX", 300, "1 smtp.google.com."),
                                plain(
                                        "checkop.co.",
                                        "NS",
                                        172_800,
                                        "ns-412.awsdns-51.com.",
                                        "ns-1284.awsdns-32.org.",
                                        "ns-877.awsdns-45.net.",
                                        "ns-1956.awsdns-52.co.uk."),
                                plain(
                                        "checkop.co.",
                                        "SOA",
                                        900,
                                        "ns-412.awsdns-51.com. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400"),
                                plain("checkop.co.", "TXT", 300, "\"v=spf1 include:_spf.google.com ~all\""),
                                alias("app.checkop.co."),
                                plain("correo.checkop.co.", "CNAME", 300, "ghs.googlehosted.com."),
                                alias("www.checkop.co.")));
        dns.healthChecks()
                .put(HealthCheck.builder()
                        .id(Ids.HEALTH_CHECK)
                        .callerReference("checkop-health-2026-03-03")
                        .healthCheckVersion(3L)
                        .healthCheckConfig(c -> c.type("HTTPS")
                                .fullyQualifiedDomainName("app.checkop.co")
                                .port(443)
                                .resourcePath("/health")
                                .requestInterval(30)
                                .failureThreshold(3)
                                .measureLatency(false)
                                .inverted(false)
                                .disabled(false)
                                .enableSNI(true))
                        .build());
        List<Tag> tags = List.of(Tag.builder().key("Project").value("CheckOP").build());
        dns.tags().put(Ids.ZONE, tags);
        dns.tags()
                .put(
                        Ids.HEALTH_CHECK,
                        List.of(Tag.builder()
                                .key("Name")
                                .value("app.checkop.co")
                                .build()));
    }

    private static ResourceRecordSet alias(String name) {
        return ResourceRecordSet.builder()
                .name(name)
                .type("A")
                .aliasTarget(a -> a.hostedZoneId(Ids.ELB_ZONE)
                        .dnsName("dualstack." + Ids.ELB_DNS.toLowerCase(Locale.ROOT) + '.')
                        .evaluateTargetHealth(true))
                .build();
    }

    private static ResourceRecordSet plain(String name, String type, long ttl, String... values) {
        return ResourceRecordSet.builder()
                .name(name)
                .type(type)
                .ttl(ttl)
                .resourceRecords(Stream.of(values)
                        .map(v -> ResourceRecord.builder().value(v).build())
                        .toList())
                .build();
    }
}
