package io.atalaya.deployment.reach;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Extent;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Grid.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One path as it is followed: its steps, and what passes all of them. Every firewall decides by the address of one side and by a
 * port, so what passes is kept by side: once for what passes for sure, once for what may.
 */
final class Trace {
    /** Whose addresses a firewall looks at. */
    enum Side {
        SOURCE,
        TARGET
    }

    /** The messages that are answered, and by which. */
    private static final Map<Integer, Integer> REPLIES_FOUR = Map.of(8 << 8, 0, 13 << 8, 14 << 8);

    private static final Map<Integer, Integer> REPLIES_SIX = Map.of(128 << 8, 129 << 8);

    private final Question question;
    private final Place source;
    private final Place target;
    private final Grid.Cell allOfSource;
    private final Grid.Cell allOfTarget;
    private final Grid[] sure;
    private final Grid[] possible;
    private final List<Hop> there = new ArrayList<>();
    private final List<Hop> back = new ArrayList<>();
    private final Set<Doubt> doubts = new LinkedHashSet<>();
    private final Set<Part<?>> used = new LinkedHashSet<>();
    /** What of the question is answered; of ICMP only some messages are. */
    private final Ports replied;

    Trace(Question question, Place source, Place target) {
        this.question = question;
        this.source = source;
        this.target = target;
        var client = question.protocol().hasPorts() ? Ports.EPHEMERAL : Ports.of(0);
        allOfSource = new Grid.Cell(source.addresses(), question.ports(), client, client);
        allOfTarget = new Grid.Cell(target.addresses(), question.ports(), client, client);
        sure = new Grid[] {Grid.of(allOfSource), Grid.of(allOfTarget)};
        possible = sure.clone();
        var answered = replies().keySet().stream().map(Ports::of).reduce(Ports.NONE, Ports::union);
        replied = question.protocol().isIcmp() ? question.ports().intersect(answered) : question.ports();
    }

    private Map<Integer, Integer> replies() {
        return question.protocol().equals(Protocol.ICMPV6) ? REPLIES_SIX : REPLIES_FOUR;
    }

    Question question() {
        return question;
    }

    Place source() {
        return source;
    }

    Place target() {
        return target;
    }

    List<Hop> there() {
        return there;
    }

    List<Hop> back() {
        return back;
    }

    Set<Doubt> doubts() {
        return doubts;
    }

    Set<Part<?>> used() {
        return used;
    }

    void uses(Part<?>... parts) {
        used.addAll(List.of(parts));
    }

    /** Whether an answer is waited for. */
    boolean hasReply() {
        return !replied.isEmpty();
    }

    /** What the hosts of a side are asked of: their addresses and the ports of this dimension. */
    Extent asked(Side side, Dimension dimension) {
        var addresses = (side == Side.SOURCE ? source : target).addresses();
        if (dimension == Dimension.PORTS) {
            return Extent.of(addresses, question.ports());
        }
        if (question.protocol().isIcmp()) {
            var answers = replies().entrySet().stream()
                    .filter(each -> replied.contains(each.getKey()))
                    .map(each -> Ports.of(each.getValue()))
                    .reduce(Ports.NONE, Ports::union);
            return Extent.of(addresses, answers);
        }
        return Extent.of(addresses, allOfSource.client());
    }

    /** A firewall that looks at this side's addresses. */
    Hop.Effect filter(
            Hop.Kind kind,
            @Nullable ResourceRef place,
            @Nullable ResourceRef resource,
            Side side,
            Dimension dimension,
            Filtered filtered) {
        var asked = asked(side, dimension);
        var effect = filtered.pass().containsAll(asked)
                ? Hop.Effect.PASSES
                : !filtered.maybe().isEmpty()
                        ? Hop.Effect.UNKNOWN
                        : filtered.pass().isEmpty() ? Hop.Effect.STOPS : Hop.Effect.PARTLY;
        var none = filtered.decisions().isEmpty() && effect == Hop.Effect.STOPS ? Hop.Why.NO_RULE : null;
        way(dimension).add(new Hop(kind, effect, place, resource, filtered.decisions(), none));
        if (effect != Hop.Effect.PASSES) {
            doubts.addAll(filtered.doubts());
            narrow(side, dimension, filtered.pass(), filtered.pass().union(filtered.maybe()));
        }
        return effect;
    }

    private List<Hop> way(Dimension dimension) {
        return dimension == Dimension.PORTS ? there : back;
    }

    private void narrow(Side side, Dimension dimension, Extent pass, Extent mayPass) {
        int at = side.ordinal();
        if (dimension != Dimension.PORTS && question.protocol().isIcmp()) {
            sure[at] = sure[at].narrow(Dimension.PORTS, requests(side, pass));
            possible[at] = possible[at].narrow(Dimension.PORTS, requests(side, mayPass));
        } else {
            sure[at] = sure[at].narrow(dimension, pass);
            possible[at] = possible[at].narrow(dimension, mayPass);
        }
    }

    /** Everything that was asked but the messages whose answer does not pass. */
    private Extent requests(Side side, Extent answers) {
        var open = asked(side, Dimension.PORTS);
        for (var each : replies().entrySet()) {
            var answered = answers.intersect(Extent.of(open.addresses(), Ports.of(each.getValue())));
            var shut = open.addresses().minus(answered.addresses());
            open = open.minus(Extent.of(shut, Ports.of(each.getKey())));
        }
        return open;
    }

    /** A step that lets some addresses of a side through, whatever the port. */
    void part(Side side, boolean onTheWayBack, Hop hop, Addresses pass, Addresses mayPass) {
        (onTheWayBack ? back : there).add(hop);
        var unanswered = onTheWayBack ? question.ports().minus(replied) : Ports.NONE;
        var everyone = (side == Side.SOURCE ? source : target).addresses();
        var free = Extent.of(everyone, unanswered);
        int at = side.ordinal();
        sure[at] = sure[at].narrow(
                Dimension.PORTS, Extent.of(pass, question.ports()).union(free));
        possible[at] = possible[at].narrow(
                Dimension.PORTS, Extent.of(mayPass, question.ports()).union(free));
    }

    void pass(boolean onTheWayBack, Hop.Kind kind, @Nullable ResourceRef place, @Nullable ResourceRef resource) {
        (onTheWayBack ? back : there).add(new Hop(kind, Hop.Effect.PASSES, place, resource, List.of(), null));
    }

    /** A step that lets nothing through. */
    void stop(boolean onTheWayBack, Hop hop) {
        part(Side.TARGET, onTheWayBack, hop, Addresses.NONE, Addresses.NONE);
    }

    void stop(boolean onTheWayBack, Hop.Kind kind, @Nullable ResourceRef at, @Nullable ResourceRef by, Hop.Why why) {
        stop(onTheWayBack, new Hop(kind, Hop.Effect.STOPS, at, by, List.of(), why));
    }

    /** A step of which nothing can be told. */
    void unknown(boolean onTheWayBack, Hop hop, Doubt doubt) {
        doubts.add(doubt);
        part(Side.TARGET, onTheWayBack, hop, Addresses.NONE, target.addresses());
    }

    void unknown(boolean onTheWayBack, Hop.Kind kind, @Nullable ResourceRef at, @Nullable ResourceRef by, Doubt doubt) {
        unknown(onTheWayBack, new Hop(kind, Hop.Effect.UNKNOWN, at, by, List.of(), null), doubt);
    }

    Path path() {
        var passing = Grid.join(sure[0], sure[1]);
        return new Path(source.point(), target.point(), verdict(passing), there, back, passing);
    }

    private Verdict verdict(List<Passing> passing) {
        if (sure[0].whole(allOfSource) && sure[1].whole(allOfTarget)) {
            return Verdict.YES;
        }
        var may = Grid.join(possible[0], possible[1]);
        if (may.isEmpty()) {
            return Verdict.NO;
        }
        return may.stream().allMatch(each -> each.within(passing)) ? Verdict.PARTLY : Verdict.CANNOT_TELL;
    }
}
