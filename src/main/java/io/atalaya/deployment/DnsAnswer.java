package io.atalaya.deployment;

import java.util.List;

/**
 * What Route 53 answers when it is asked for a name, with health and routing policies applied (route53:TestDNSAnswer).
 *
 * @param name without the final dot
 * @param code {@code NOERROR NXDOMAIN SERVFAIL} ...
 * @param nameServer which of Route 53's servers answered
 * @param data addresses or names as DNS has them; empty for a name that has none
 */
public record DnsAnswer(
        String hostedZoneId, String name, String recordType, String code, String nameServer, List<String> data) {
    public DnsAnswer {
        data = List.copyOf(data);
    }
}
