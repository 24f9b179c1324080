package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Matrix;
import io.atalaya.ui.Reach;
import java.util.Optional;

/** Makes what another view wants to know a question with both ends and a port. */
final class PutQuestions {
    private static final int HTTPS = 443;

    private final Deployment deployment;
    private final EndBook ends;
    private final TrafficBook traffic;

    PutQuestions(Deployment deployment, EndBook ends, TrafficBook traffic) {
        this.deployment = deployment;
        this.ends = ends;
        this.traffic = traffic;
    }

    /** Empty where an end is none, or not in this snapshot. */
    Optional<Asked> of(Reach put) {
        var reached = put.to();
        if (reached != null && reached.type() == ResourceType.LISTENER) {
            return deployment
                    .index()
                    .find(Listener.class, ResourceType.LISTENER, reached.id())
                    .flatMap(listener -> of(new Reach(
                            put.from(),
                            new ResourceRef(ResourceType.LOAD_BALANCER, listener.balancerArn()),
                            listener.port())));
        }
        var from = put.from() == null ? ends.parse("internet") : ends.of(put.from());
        var to = reached == null ? ends.parse("internet") : ends.of(reached);
        return from.flatMap(one -> to.map(other -> new Asked(
                one,
                other,
                put.port() != null
                        ? TrafficBook.tcp(put.port())
                        : traffic.at(deployment, other).stream().findFirst().orElse(TrafficBook.tcp(HTTPS)))));
    }

    /** From a tier to a tier of the matrix: its first members stand for it. */
    Optional<Asked> of(MatrixController.Pair pair) {
        var from =
                switch (pair.from().kind()) {
                    case INTERNET -> ends.parse("internet");
                    case ON_PREMISES -> ends.parse("on-premises");
                    default -> pair.from().members().stream().findFirst().flatMap(ends::of);
                };
        var to = pair.to().kind() == Matrix.Kind.ON_PREMISES
                ? ends.parse("on-premises")
                : pair.to().members().stream()
                        .filter(each -> pair.from().members().isEmpty()
                                || !each.equals(pair.from().members().getFirst()))
                        .findFirst()
                        .flatMap(ends::of);
        return from.flatMap(one -> to.map(other -> new Asked(one, other, traffic(pair, other))));
    }

    private TrafficChoice traffic(MatrixController.Pair pair, EndChoice to) {
        var open = pair.open();
        var usual = traffic.at(deployment, to);
        if (open != null && open.protocol().hasPorts() && !open.ports().isEmpty()) {
            // what answers there, where that is open; the first open port otherwise
            for (var each : usual) {
                if (each.protocol().equals(open.protocol()) && open.ports().containsAll(each.ports())) {
                    return each;
                }
            }
            var first = open.ports().ranges().getFirst().first();
            return traffic.parse((open.protocol().equals(Protocol.UDP) ? "udp " : "tcp ") + Math.max(1, first))
                    .orElse(TrafficBook.tcp(HTTPS));
        }
        return usual.stream().findFirst().orElse(TrafficBook.tcp(HTTPS));
    }
}
