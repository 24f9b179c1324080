package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Exposure;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the internet reaches, as rows: that which needs a reason first. */
final class OpeningTexts {
    private static final int RANGES = 3;
    private static final int LAST_PORT = 65_535;

    /** What a web server is there for. */
    private static final Set<Integer> WEB = Set.of(80, 443);

    private final Texts texts;
    private final Deployment deployment;
    private final AnswerTexts answers;

    OpeningTexts(Texts texts, Deployment deployment) {
        this.texts = texts;
        this.deployment = deployment;
        this.answers = new AnswerTexts(texts, deployment);
    }

    List<OpeningRow> rows(Exposure exposure) {
        var rows = new ArrayList<OpeningRow>();
        exposure.openings().forEach(each -> rows.add(row(each)));
        exposure.unknown().forEach(each -> rows.add(unknown(each)));
        rows.sort(Comparator.comparing(OpeningRow::seen)
                .thenComparing(OpeningRow::name)
                .thenComparing(OpeningRow::address)
                .thenComparing(OpeningRow::traffic));
        return rows;
    }

    private OpeningRow row(Exposure.Opening opening) {
        var name = name(opening.resource());
        var kind = texts.get("inspector.type." + opening.resource().type());
        var address = opening.address() == null ? "" : opening.address().toString();
        var traffic = traffic(opening.protocol(), opening.ports());
        var from = opening.everyone() ? texts.get("perimeter.world.everyone") : some(opening);
        var answering = texts.get("perimeter.world.answers." + opening.answers());
        var through = opening.rules().stream()
                .map(each -> each.group().name())
                .distinct()
                .limit(2)
                .collect(Collectors.joining(", "));
        var seen = seen(opening);
        return new OpeningRow(
                opening.resource() + " " + opening.interfaceId() + " " + address + " " + opening.protocol() + " "
                        + opening.everyone() + " " + opening.ports() + opening.from(),
                seen,
                opening.resource(),
                name,
                kind,
                address,
                traffic,
                from,
                answering,
                through,
                opening,
                String.join("\n", name, opening.resource().id(), kind, address, traffic, from, through, answering));
    }

    private OpeningRow unknown(Exposure.Unknown unknown) {
        var name = name(unknown.resource());
        var kind = texts.get("inspector.type." + unknown.resource().type());
        var address = unknown.address() == null ? "" : unknown.address().toString();
        var why = unknown.doubts().stream().map(answers::doubt).distinct().collect(Collectors.joining("; "));
        return new OpeningRow(
                "? " + unknown.resource() + " " + unknown.interfaceId() + " " + address,
                new Seen(
                        new Condition(State.UNKNOWN, texts.get("perimeter.verdict.CANNOT_TELL"), why),
                        Freshness.CURRENT),
                unknown.resource(),
                name,
                kind,
                address,
                "",
                why,
                "",
                "",
                null,
                String.join("\n", name, unknown.resource().id(), kind, address, why));
    }

    /** Data needs no visitors; a machine that answers everybody on anything but the web needs a reason. */
    private Seen seen(Exposure.Opening opening) {
        var state = State.HEALTHY;
        var word = "served";
        if (opening.answers() == Exposure.Answers.DATABASE || opening.answers() == Exposure.Answers.FILE_SYSTEM) {
            state = opening.everyone() ? State.FAILED : State.DEGRADED;
            word = "data";
        } else if (opening.answers() != Exposure.Answers.LISTENER
                && opening.everyone()
                && !opening.protocol().isIcmp()
                && !onlyWeb(opening)) {
            state = State.DEGRADED;
            word = "reason";
        } else if (!opening.everyone()) {
            word = "some";
        }
        return new Seen(
                new Condition(
                        state, texts.get("perimeter.world.state." + word), texts.get("perimeter.world.why." + word)),
                Freshness.CURRENT);
    }

    private static boolean onlyWeb(Exposure.Opening opening) {
        return opening.protocol().equals(Protocol.TCP)
                && opening.ports().ranges().stream()
                        .allMatch(range -> range.first() == range.last() && WEB.contains(range.first()));
    }

    /** {@code TCP 443, 80}. */
    String traffic(Protocol protocol, Ports ports) {
        var name = protocol.equals(Protocol.TCP)
                ? "TCP"
                : protocol.equals(Protocol.UDP)
                        ? "UDP"
                        : protocol.equals(Protocol.ICMP)
                                ? "ICMP"
                                : protocol.equals(Protocol.ICMPV6)
                                        ? "ICMPv6"
                                        : texts.get("perimeter.traffic.protocol", String.valueOf(protocol.number()));
        if (!protocol.hasPorts()) {
            return name;
        }
        var ranges = ports.ranges();
        if (ranges.size() == 1
                && ranges.getFirst().first() <= 1
                && ranges.getFirst().last() == LAST_PORT) {
            return name + " " + texts.get("perimeter.traffic.allPorts");
        }
        return name + " "
                + ranges.stream().limit(RANGES).map(Object::toString).collect(Collectors.joining(", "))
                + (ranges.size() > RANGES ? ", … +" + (ranges.size() - RANGES) : "");
    }

    private String some(Exposure.Opening opening) {
        var blocks = opening.from().blocks();
        return blocks.stream().limit(2).map(Object::toString).collect(Collectors.joining(", "))
                + (blocks.size() > 2 ? ", … +" + (blocks.size() - 2) : "");
    }

    private String name(ResourceRef ref) {
        return deployment.index().find(ref).map(Resource::name).orElse(ref.id());
    }
}
