package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.reach.Exposure;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The perimeter at one moment, as little as is needed to compare: what the internet reached, and every rule. Text that can be
 * kept in a file.
 *
 * @param at when it was so
 * @param openings {@code name, address, protocol, ports, who} by tabs
 * @param rules {@code name, rule} by tabs
 */
record PastPerimeter(Instant at, List<String> openings, List<String> rules) {
    /** What decides: without these a comparison would call open what was only not read. */
    private static final List<Part<?>> NEEDED = List.of(
            Parts.SECURITY_GROUPS,
            Parts.NETWORK_ACLS,
            Parts.ROUTE_TABLES,
            Parts.INTERNET_GATEWAYS,
            Parts.NETWORK_INTERFACES,
            Parts.LOAD_BALANCERS,
            Parts.LISTENERS,
            Parts.INSTANCES);

    private static final int BLOCKS = 8;

    private static final String HEAD = "atalaya-perimeter 1 ";

    PastPerimeter {
        openings = List.copyOf(openings);
        rules = List.copyOf(rules);
    }

    /** Empty while a part that decides was not read completely, or only last known. */
    static Optional<PastPerimeter> of(Deployment deployment, Exposure exposure, Instant now) {
        for (var part : NEEDED) {
            var observed = deployment.observed(part);
            var listing = observed.value();
            if (listing == null || !listing.complete() || observed.problem() != null) {
                return Optional.empty();
            }
        }
        var openings = new TreeSet<String>();
        for (var each : exposure.openings()) {
            var name = deployment
                    .index()
                    .find(each.resource())
                    .map(Resource::name)
                    .orElse(each.resource().id());
            for (var range : each.ports().ranges()) {
                openings.add(String.join(
                        "\t",
                        plain(name),
                        each.resource().type() + " " + plain(each.resource().id()),
                        each.address() == null ? "-" : each.address().toString(),
                        String.valueOf(each.protocol().number()),
                        range.toString(),
                        each.everyone() ? "*" : blocks(each)));
            }
        }
        var rules = new TreeSet<String>();
        for (var group : deployment.items(Parts.SECURITY_GROUPS)) {
            for (var rule : group.rules()) {
                var key = RuleKey.of(rule);
                rules.add(String.join("\t", plain(group.name()), "SECURITY_GROUP " + group.id(), key.text()));
            }
        }
        for (var acl : deployment.items(Parts.NETWORK_ACLS)) {
            for (var entry : acl.entries()) {
                rules.add(String.join(
                        "\t",
                        plain(acl.name()),
                        "NETWORK_ACL " + acl.id(),
                        (entry.egress() ? "egress " : "ingress ") + entry.number() + " "
                                + (entry.allow() ? "allow " : "deny ")
                                + RuleKey.of(
                                                !entry.egress(),
                                                entry.protocol(),
                                                entry.fromPort() == null ? entry.icmpType() : entry.fromPort(),
                                                entry.fromPort() == null ? entry.icmpCode() : entry.toPort(),
                                                entry.cidr())
                                        .text()
                                        .replaceFirst("^(in|e)gress ", "")));
            }
        }
        return Optional.of(new PastPerimeter(now, new ArrayList<>(openings), new ArrayList<>(rules)));
    }

    private static String blocks(Exposure.Opening opening) {
        return opening.from().blocks().stream()
                .limit(BLOCKS)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }

    private static String plain(String text) {
        return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
    }

    /** Whether both say the same, whenever that was. */
    boolean saysSame(PastPerimeter other) {
        return openings.equals(other.openings) && rules.equals(other.rules);
    }

    /** For a file. */
    String text() {
        var lines = new StringBuilder(HEAD).append(at).append('\n');
        openings.forEach(each -> lines.append("o\t").append(each).append('\n'));
        rules.forEach(each -> lines.append("r\t").append(each).append('\n'));
        return lines.append("end\n").toString();
    }

    /** Of a file; empty when it is none, or was cut off. */
    static Optional<PastPerimeter> read(String text) {
        var lines = text.lines().toList();
        if (lines.isEmpty()
                || !lines.getFirst().startsWith(HEAD)
                || !lines.getLast().equals("end")) {
            return Optional.empty();
        }
        var openings = new ArrayList<String>();
        var rules = new ArrayList<String>();
        for (var line : lines.subList(1, lines.size() - 1)) {
            if (line.startsWith("o\t")) {
                openings.add(line.substring(2));
            } else if (line.startsWith("r\t")) {
                rules.add(line.substring(2));
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(
                    new PastPerimeter(Instant.parse(lines.getFirst().substring(HEAD.length())), openings, rules));
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }
}
