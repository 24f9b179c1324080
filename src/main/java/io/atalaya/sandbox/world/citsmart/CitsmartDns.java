package io.atalaya.sandbox.world.citsmart;

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

/**
 * Route 53: the public zone, where the site fails over to a page of S3 that says it is being maintained, and a private one, in
 * which hosts find the database by a name that outlives its nodes. The domain is one that is reserved: nobody owns it.
 */
final class CitsmartDns {
    private static final String DOMAIN = CitsmartIds.DOMAIN + '.';
    private static final String SITE = CitsmartIds.SITE + '.';
    private static final String MAINTENANCE = "manutencao." + DOMAIN;
    private static final String INSIDE = "interno." + DOMAIN;

    private CitsmartDns() {}

    static void furnish(World world) {
        Dns dns = world.dns();
        List<ResourceRecordSet> open = List.of(
                alias(DOMAIN, CitsmartIds.ELB_ZONE, balancer()).build(),
                plain(
                        DOMAIN,
                        "NS",
                        172_800,
                        "ns-175.awsdns-21.com.",
                        "ns-1026.awsdns-00.org.",
                        "ns-832.awsdns-40.net.",
                        "ns-1907.awsdns-46.co.uk."),
                plain(
                        DOMAIN,
                        "SOA",
                        900,
                        "ns-175.awsdns-21.com. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400"),
                plain(DOMAIN, "TXT", 300, "\"v=spf1 include:amazonses.com ~all\""),
                alias(SITE, CitsmartIds.ELB_ZONE, balancer())
                        .setIdentifier("primario-sa-east-1")
                        .failover("PRIMARY")
                        .healthCheckId(CitsmartIds.CHECK_HTTPS)
                        .build(),
                alias(SITE, CitsmartIds.WEBSITE_ZONE, "s3-website-sa-east-1.amazonaws.com.")
                        .setIdentifier("secundario-manutencao")
                        .failover("SECONDARY")
                        .healthCheckId(CitsmartIds.CHECK_MAINTENANCE)
                        .build(),
                alias(MAINTENANCE, CitsmartIds.WEBSITE_ZONE, "s3-website-sa-east-1.amazonaws.com.")
                        .build(),
                plain("www." + DOMAIN, "CNAME", 300, SITE));
        List<ResourceRecordSet> inside = List.of(
                plain(INSIDE, "NS", 172_800, "ns-1536.awsdns-00.co.uk.", "ns-0.awsdns-00.com."),
                plain(
                        INSIDE,
                        "SOA",
                        900,
                        "ns-1536.awsdns-00.co.uk. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400"),
                plain("banco." + INSIDE, "CNAME", 5, CitsmartDatabase.ENDPOINT + '.'),
                plain("mongodb." + INSIDE, "A", 30, addresses()),
                plain("solr." + INSIDE, "A", 30, addresses()));
        zone(dns, CitsmartIds.ZONE, DOMAIN, "CITSmart, produção", false, open);
        zone(dns, CitsmartIds.PRIVATE_ZONE, INSIDE, "nomes internos da VPC", true, inside);
        check(dns, CitsmartIds.CHECK_HTTPS, "ITSM https", CitsmartIds.SITE, 443, "/citsmart/saude");
        check(dns, CitsmartIds.CHECK_HTTP, "ITSM http", CitsmartIds.SITE, 80, "/");
        check(dns, CitsmartIds.CHECK_MAINTENANCE, "Página de manutenção", "manutencao.citsmart.example", 80, "/");
        dns.reports(CitsmartIds.CHECK_HTTP, t -> "Success: HTTP Status Code 301, Moved Permanently");
    }

    private static String[] addresses() {
        return Host.SERVICES.stream().map(Host::privateIp).toArray(String[]::new);
    }

    private static String balancer() {
        return "dualstack." + CitsmartIds.ELB_DNS.toLowerCase(Locale.ROOT) + '.';
    }

    private static void zone(
            Dns dns, String id, String name, String comment, boolean isPrivate, List<ResourceRecordSet> records) {
        dns.zones()
                .put(HostedZone.builder()
                        .id("/hostedzone/" + id)
                        .name(name)
                        .callerReference("citsmart-" + id)
                        .config(c -> c.comment(comment).privateZone(isPrivate))
                        .resourceRecordSetCount((long) records.size())
                        .build());
        dns.records().put(id, records);
        dns.tags()
                .put(id, List.of(Tag.builder().key("Projeto").value("CITSmart").build()));
    }

    private static void check(Dns dns, String id, String name, String host, int port, String path) {
        boolean encrypted = port == 443;
        dns.healthChecks()
                .put(HealthCheck.builder()
                        .id(id)
                        .callerReference("citsmart-" + id)
                        .healthCheckVersion(2L)
                        .healthCheckConfig(c -> c.type(encrypted ? "HTTPS" : "HTTP")
                                .fullyQualifiedDomainName(host)
                                .port(port)
                                .resourcePath(path)
                                .requestInterval(30)
                                .failureThreshold(3)
                                .measureLatency(true)
                                .inverted(false)
                                .disabled(false)
                                .enableSNI(encrypted))
                        .build());
        dns.tags().put(id, List.of(Tag.builder().key("Name").value(name).build()));
    }

    private static ResourceRecordSet.Builder alias(String name, String zone, String to) {
        return ResourceRecordSet.builder().name(name).type("A").aliasTarget(a -> a.hostedZoneId(zone)
                .dnsName(to)
                .evaluateTargetHealth(zone.equals(CitsmartIds.ELB_ZONE)));
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
