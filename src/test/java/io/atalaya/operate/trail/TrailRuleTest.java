package io.atalaya.operate.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.operate.trail.TrailDifference.What;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrailRuleTest {
    private static final String OTHER = "{\"instancesSet\":{\"items\":[{\"instanceId\":\"i-2\"}]},\"force\":false}";
    private static final String J_PEREZ = "arn:aws:sts::111122223333:assumed-role/AtalayaOperator/j.perez";
    private static final String OWN = "arn:aws:sts::111122223333:assumed-role/AtalayaOperator/atalaya-";

    static Stream<Arguments> table() {
        var id = Trails.ID;
        var caller = Trails.CALLER;
        var same = Trails.STOPPED;
        var match = Trails.event(id, caller, same, null);
        var refused = Trails.event(id, caller, same, "Client.IncorrectInstanceState");
        return Stream.of(
                row("the same", Trails.stop(Verdict.DONE, id), List.of(match), 20, TrailMatch.Verdict.FOUND),
                row(
                        "watched to another end",
                        Trails.stop(Verdict.FAILED, id),
                        List.of(match),
                        20,
                        TrailMatch.Verdict.FOUND),
                row(
                        "refused on both sides",
                        Trails.stop(Verdict.REFUSED, id),
                        List.of(refused),
                        20,
                        TrailMatch.Verdict.FOUND),
                row("no outcome, accepted", Trails.stop(null, id), List.of(match), 20, TrailMatch.Verdict.FOUND),
                row("no outcome, refused", Trails.stop(null, id), List.of(refused), 20, TrailMatch.Verdict.FOUND),
                row(
                        "parameters left out",
                        Trails.stop(Verdict.REFUSED, id),
                        List.of(Trails.event(id, caller, "", "Client.UnauthorizedOperation")),
                        20,
                        TrailMatch.Verdict.IN_PART),
                row(
                        "AWS failed, and it was seen to be done",
                        Trails.stop(Verdict.DONE, id),
                        List.of(Trails.event(id, caller, same, "Server.InternalError")),
                        20,
                        TrailMatch.Verdict.FOUND),
                row(
                        "another service failed, and it was seen to be done",
                        Trails.stop(Verdict.DONE, id),
                        List.of(Trails.event(id, caller, same, "InternalFailure")),
                        20,
                        TrailMatch.Verdict.FOUND),
                row(
                        "no id, done, refused there",
                        Trails.stop(Verdict.DONE),
                        List.of(refused),
                        20,
                        TrailMatch.Verdict.ALTERED),
                row(
                        "not sent, and none there",
                        Trails.stop(Verdict.NOT_SENT),
                        List.of(Trails.event("known", caller, same, null)),
                        20,
                        TrailMatch.Verdict.NOTHING_SENT),
                row("not sent, young", Trails.stop(Verdict.NOT_SENT), List.of(), 3, TrailMatch.Verdict.NOT_YET),
                row(
                        "not sent, and one there",
                        Trails.stop(Verdict.NOT_SENT),
                        List.of(match),
                        20,
                        TrailMatch.Verdict.ALTERED),
                row(
                        "not sent, with an id",
                        Trails.stop(Verdict.NOT_SENT, id),
                        List.of(match),
                        20,
                        TrailMatch.Verdict.ALTERED),
                row(
                        "at another time",
                        Trails.stop(Verdict.DONE, id),
                        List.of(Trails.at(Duration.ofHours(3), id)),
                        300,
                        TrailMatch.Verdict.ALTERED),
                row("found while young", Trails.stop(Verdict.DONE, id), List.of(match), 3, TrailMatch.Verdict.FOUND),
                row(
                        "credentials renewed",
                        Trails.act(new StopInstance(Trails.INSTANCE), OWN + "1", Verdict.DONE, id),
                        List.of(Trails.event(id, OWN + "2", same, null)),
                        20,
                        TrailMatch.Verdict.FOUND),
                row(
                        "another person, the same role",
                        Trails.stop(Verdict.DONE, id),
                        List.of(Trails.event(id, J_PEREZ, same, null)),
                        20,
                        TrailMatch.Verdict.ALTERED),
                row(
                        "another instance",
                        Trails.stop(Verdict.DONE, id),
                        List.of(Trails.event(id, caller, OTHER, null)),
                        20,
                        TrailMatch.Verdict.ALTERED),
                row("refused there", Trails.stop(Verdict.DONE, id), List.of(refused), 20, TrailMatch.Verdict.ALTERED),
                row("accepted there", Trails.stop(Verdict.REFUSED, id), List.of(match), 20, TrailMatch.Verdict.ALTERED),
                row(
                        "altered while young",
                        Trails.stop(Verdict.DONE, id),
                        List.of(Trails.event(id, caller, OTHER, null)),
                        3,
                        TrailMatch.Verdict.ALTERED),
                row("young", Trails.stop(Verdict.DONE, id), List.of(), 14, TrailMatch.Verdict.NOT_YET),
                row("old", Trails.stop(Verdict.DONE, id), List.of(), 15, TrailMatch.Verdict.MISSING),
                row(
                        "others of that name only",
                        Trails.stop(Verdict.DONE, id),
                        List.of(Trails.event("another", caller, same, null)),
                        20,
                        TrailMatch.Verdict.MISSING),
                row("no id, the same", Trails.stop(null), List.of(match), 20, TrailMatch.Verdict.FOUND_BY_TIME),
                row(
                        "no id, another instance",
                        Trails.stop(null),
                        List.of(Trails.event(id, caller, OTHER, null)),
                        20,
                        TrailMatch.Verdict.MISSING),
                row(
                        "no id, another person",
                        Trails.stop(null),
                        List.of(Trails.event(id, J_PEREZ, same, null)),
                        20,
                        TrailMatch.Verdict.MISSING),
                row(
                        "no id, nothing to compare",
                        Trails.stop(null),
                        List.of(Trails.event(id, caller, "", null)),
                        20,
                        TrailMatch.Verdict.MISSING),
                row(
                        "no id, the event of another act",
                        Trails.stop(null),
                        List.of(Trails.event("known", caller, same, null)),
                        20,
                        TrailMatch.Verdict.MISSING),
                row("no id, young", Trails.stop(null), List.of(), 3, TrailMatch.Verdict.NOT_YET));
    }

    private static Arguments row(
            String what, TrailAct act, List<TrailEvent> events, int minutes, TrailMatch.Verdict expected) {
        return arguments(what, act, events, minutes, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void judges(String what, TrailAct act, List<TrailEvent> events, int minutes, TrailMatch.Verdict expected) {
        var asked = Trails.AT.plus(Duration.ofMinutes(minutes));

        var match = judge(act, events, true, asked);

        assertThat(match.verdict()).isEqualTo(expected);
        assertThat(match.askedAt()).isEqualTo(asked);
        assertThat(match.differences().isEmpty()).isEqualTo(expected != TrailMatch.Verdict.ALTERED);
        assertThat(match.event() != null)
                .isEqualTo(Set.of(
                                TrailMatch.Verdict.FOUND,
                                TrailMatch.Verdict.IN_PART,
                                TrailMatch.Verdict.FOUND_BY_TIME,
                                TrailMatch.Verdict.ALTERED)
                        .contains(expected));
    }

    @Test
    void saysEverythingThatDiffers() {
        var event = new TrailEvent(
                "e",
                Trails.AT,
                "ec2.amazonaws.com",
                "StopInstances",
                "us-east-1",
                J_PEREZ,
                Trails.ID,
                OTHER,
                "Denied",
                "");

        var match = judge(Trails.stop(Verdict.DONE, Trails.ID), event);

        assertThat(match.differences())
                .containsExactly(
                        new TrailDifference(What.CALLER, "", Trails.CALLER, J_PEREZ),
                        new TrailDifference(What.OUTCOME, "", "ACCEPTED", "Denied"),
                        new TrailDifference(What.PARAMETER, "InstanceIds[0]", Trails.INSTANCE, "i-2"));
    }

    @Test
    void anotherNameIsADifferenceAndItsParametersAreNot() {
        var event = new TrailEvent(
                "e",
                Trails.AT,
                "ec2.amazonaws.com",
                "TerminateInstances",
                "us-east-1",
                Trails.CALLER,
                Trails.ID,
                OTHER,
                null,
                "");

        assertThat(judge(Trails.stop(Verdict.DONE, Trails.ID), event).differences())
                .containsExactly(new TrailDifference(
                        What.NAME, "", "ec2.amazonaws.com StopInstances", "ec2.amazonaws.com TerminateInstances"));
    }

    @Test
    void anEventOfAnotherTimeSettlesNothing() {
        for (var off : List.of(Duration.ofMinutes(-6), Duration.ofMinutes(11))) {
            var event = new TrailEvent(
                    "e",
                    Trails.AT.plus(off),
                    "ec2.amazonaws.com",
                    "StopInstances",
                    "us-east-1",
                    Trails.CALLER,
                    "x",
                    Trails.STOPPED,
                    null,
                    "");
            assertThat(judge(Trails.stop(null), event).verdict()).isEqualTo(TrailMatch.Verdict.MISSING);
        }
    }

    @Test
    void whatWasNotReadIsNotMissing() {
        var asked = Trails.AT.plus(Duration.ofHours(2));
        var match = judge(Trails.stop(Verdict.DONE, Trails.ID), List.of(), false, asked);
        assertThat(match.verdict()).isEqualTo(TrailMatch.Verdict.UNREAD);
    }

    @Test
    void whatNeedsNoQuestion() {
        var intent = Trails.intent("op", new StopInstance(Trails.INSTANCE), Trails.CALLER, Trails.AT);
        var old = Trails.AT.plus(TrailRule.KEPT).plusSeconds(1);
        assertThat(TrailRule.beforehand(intent, old))
                .hasValueSatisfying(it -> assertThat(it.verdict()).isEqualTo(TrailMatch.Verdict.TOO_OLD));
        assertThat(TrailRule.beforehand(intent, Trails.AT.plus(TrailRule.KEPT))).isEmpty();
    }

    /** Whatever CloudTrail, or something that calls itself so, writes. */
    @Property
    void noTextIsAFault(@ForAll String text, @ForAll boolean quoted) {
        TrailEvent.read(text);
        var value = quoted ? JsonNodeFactory.instance.textNode(text).toString() : "[{\"items\":[{}, null, 1]}]";
        var record =
                "{\"eventID\":\"e\",\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"StopInstances\",\"eventTime\":\""
                        + Trails.AT + "\",\"requestID\":\"" + Trails.ID + "\",\"requestParameters\":{\"instancesSet\":"
                        + value + "}}";
        var match = judge(
                Trails.stop(Verdict.DONE, Trails.ID), TrailEvent.read(record).orElseThrow());
        assertThat(match.verdict())
                .isIn(TrailMatch.Verdict.FOUND, TrailMatch.Verdict.IN_PART, TrailMatch.Verdict.ALTERED);
    }

    private static TrailMatch judge(TrailAct act, TrailEvent event) {
        return judge(act, List.of(event), true, Trails.AT.plus(Duration.ofMinutes(20)));
    }

    private static TrailMatch judge(TrailAct act, List<TrailEvent> events, boolean complete, Instant asked) {
        return Objects.requireNonNull(TrailRule.judge(List.of(act), events, complete, Set.of("known"), asked)
                .get(act.operation()));
    }
}
