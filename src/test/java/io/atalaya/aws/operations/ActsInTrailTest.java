package io.atalaya.aws.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.trail.CloudTrailReader;
import io.atalaya.deployment.Problem;
import io.atalaya.operate.act.CopyDatabaseSnapshot;
import io.atalaya.operate.act.Examples;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.journal.JournalEntry.Kind;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.operate.run.Sender;
import io.atalaya.operate.trail.Trail;
import io.atalaya.operate.trail.TrailAct;
import io.atalaya.operate.trail.TrailDifference.What;
import io.atalaya.operate.trail.TrailMatch;
import io.atalaya.operate.trail.TrailSearch;
import io.atalaya.operate.trail.Trails;
import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.sandbox.world.ManualClock;
import io.atalaya.watch.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.StopInstancesRequest;

/** Acts as CloudTrail has them: through the SDK, over the wire, into the sandbox's trail and back. */
class ActsInTrailTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final ManualClock clock = new ManualClock(NOW);
    private final ActWire wire = new ActWire(clock);
    private final CloudTrailReader reader = new CloudTrailReader(wire.clients, new AwsProblems(clock, false), clock);
    private final TrailSearch search = new TrailSearch(reader, clock);
    private final String caller = wire.sandbox.credentials().callerArn();

    @AfterEach
    void close() {
        wire.close();
    }

    /** Every act that the console has, accepted or refused: found again, with every parameter that CloudTrail shows. */
    @Test
    void everyActIsFoundWithWhatWasSent() {
        for (var operation : Examples.all()) {
            var sent = wire.send(operation.request());
            var act = act(operation, sent);
            clock.advance(Duration.ofMinutes(6));

            var match = look(act);

            assertThat(match.verdict()).as("%s: %s", operation, match).isEqualTo(TrailMatch.Verdict.FOUND);
            var hidden =
                    operation instanceof CopyDatabaseSnapshot ? 1 : 0; // the source region is no parameter on the wire
            assertThat(match.compared()).as("%s: %s", operation, match).isEqualTo(match.sent() - hidden);
            assertThat(match.also()).isEmpty();
        }
    }

    @Test
    void isNotYetThereForSomeMinutes() {
        var sent = wire.send(stop().request());
        var act = act(stop(), sent);

        assertThat(look(act).verdict()).isEqualTo(TrailMatch.Verdict.NOT_YET);
        clock.advance(Duration.ofMinutes(4));
        assertThat(look(act).verdict()).isEqualTo(TrailMatch.Verdict.NOT_YET);
        clock.advance(Duration.ofMinutes(1));
        assertThat(look(act).verdict()).isEqualTo(TrailMatch.Verdict.FOUND);
    }

    @Test
    void whatTheTrailLostIsMissing() {
        var sent = wire.send(stop().request());
        wire.sandbox.cloud().trail().lose(sent.requestIds().getFirst());
        clock.advance(Duration.ofMinutes(15));

        assertThat(look(act(stop(), sent, NOW)).verdict()).isEqualTo(TrailMatch.Verdict.MISSING);
    }

    @Test
    void anAlteredEventSaysWhatDiffers() {
        var sent = wire.send(stop().request());
        wire.sandbox.cloud().trail().alter(sent.requestIds().getFirst(), record -> record.withObject("/userIdentity")
                .put("arn", "arn:aws:iam::111122223333:user/eve"));
        clock.advance(Duration.ofMinutes(6));

        var match = look(act(stop(), sent, NOW));

        assertThat(match.verdict()).isEqualTo(TrailMatch.Verdict.ALTERED);
        assertThat(match.differences()).singleElement().satisfies(it -> {
            assertThat(it.what()).isEqualTo(What.CALLER);
            assertThat(it.trail()).endsWith("user/eve");
        });
    }

    /** Looked up by name it is not there; among all changes it is. */
    @Test
    void anEventOfAnotherNameIsFoundByItsRequestId() {
        var sent = wire.send(stop().request());
        wire.sandbox
                .cloud()
                .trail()
                .alter(sent.requestIds().getFirst(), record -> record.put("eventName", "TerminateInstances"));
        clock.advance(Duration.ofMinutes(16));

        var match = look(act(stop(), sent, NOW));

        assertThat(match.verdict()).isEqualTo(TrailMatch.Verdict.ALTERED);
        assertThat(match.differences().getFirst().what()).isEqualTo(What.NAME);
    }

    @Test
    void anActWithoutAnAnswerIsSettledByTimeAndParameters() {
        var answered = wire.send(stop().request());
        var sent = new Sender.Sent(List.of(), answered.problem(), true, false); // the answer was lost on its way
        clock.advance(Duration.ofMinutes(16));

        assertThat(look(act(stop(), sent, NOW)).verdict()).isEqualTo(TrailMatch.Verdict.FOUND_BY_TIME);
        var never = new StopInstance("i-00000000000000001");
        assertThat(look(act(never, sent, NOW)).verdict()).isEqualTo(TrailMatch.Verdict.MISSING);
    }

    @Test
    void whatIamForbidsIsNamedAndAskedOnce() {
        wire.sandbox.faults().plan(FaultMatch.of(AwsService.CLOUDTRAIL), new Fault.Denied("*"));

        var matches = look(List.of(act(stop(), sent("a")), actOf(Examples.all().getLast(), "b")));

        assertThat(matches.values()).hasSize(2).allSatisfy(match -> {
            assertThat(match.verdict()).isEqualTo(TrailMatch.Verdict.DENIED);
            assertThat(problem(match).missingAction()).isEqualTo("cloudtrail:LookupEvents");
        });
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void anEndpointWithoutATrailIsNotAMissingEvent() {
        wire.sandbox.faults().plan(FaultMatch.of(AwsService.CLOUDTRAIL), new Fault.NotImplemented());
        assertThat(look(act(stop(), sent("a"), NOW.minus(Duration.ofHours(1)))).verdict())
                .isEqualTo(TrailMatch.Verdict.NOT_OFFERED);
    }

    @Test
    void whatDidNotAnswerIsUnreadAndSaysWhy() {
        wire.sandbox.faults().plan(FaultMatch.of(AwsService.CLOUDTRAIL), new Fault.Refused(400, "Odd", "no"));
        var match = look(act(stop(), sent("a"), NOW.minus(Duration.ofHours(1))));
        assertThat(match.verdict()).isEqualTo(TrailMatch.Verdict.UNREAD);
        assertThat(problem(match).code()).isEqualTo("Odd");
    }

    @Test
    void readsPageByPageUntilAllThatIsWantedWasSeen() {
        fill(120);
        clock.advance(Duration.ofMinutes(6));

        var all = (Trail.Answer.Events) reader.lookUp(query(Set.of(), false));
        assertThat(all.events()).hasSize(120);
        assertThat(all.complete()).isTrue();
        assertThat(asked()).isEqualTo(3);

        var one = (Trail.Answer.Events) reader.lookUp(query(Set.of("request-119"), false));
        assertThat(one.complete()).isTrue();
        assertThat(asked()).isEqualTo(4);
    }

    @Test
    void moreThanIsReadIsNotSaidToBeMissing() {
        fill(510);
        clock.advance(Duration.ofMinutes(20));

        var some = (Trail.Answer.Events) reader.lookUp(query(Set.of("request-0"), false));
        assertThat(some.events()).hasSize(500);
        assertThat(some.complete()).isFalse();
        assertThat(look(act(stop(), sent("nowhere"), NOW)).verdict()).isEqualTo(TrailMatch.Verdict.UNREAD);
    }

    @Test
    void anEventThatCannotBeReadIsNotMissing() {
        var sent = wire.send(stop().request());
        wire.sandbox.cloud().trail().alter(sent.requestIds().getFirst(), record -> record.remove("eventTime"));
        clock.advance(Duration.ofMinutes(16));

        assertThat(look(act(stop(), sent, NOW)).verdict()).isEqualTo(TrailMatch.Verdict.UNREAD);
    }

    @Test
    void manyActsAreOneQuestion() {
        fill(30);
        clock.advance(Duration.ofMinutes(6));
        var acts = new ArrayList<TrailAct>();
        for (int i = 0; i < 30; i++) {
            acts.add(act(stop(), sent("request-" + i), NOW));
        }

        assertThat(look(acts).values()).extracting(TrailMatch::verdict).containsOnly(TrailMatch.Verdict.FOUND);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void onlyAPersonsQuestionGoesBeforeTheOthers() {
        wire.priorities.clear();
        reader.lookUp(query(Set.of(), false));
        reader.lookUp(query(Set.of(), true));
        assertThat(wire.priorities).containsExactly(Priority.BACKGROUND, Priority.CLICK);
    }

    /** Route 53 has no regions: it is recorded in us-east-1, wherever the deployment is. */
    @Test
    void servicesWithoutRegionsAreLookedUpWhereAwsRecordsThem() {
        var intent = Trails.intent(
                "op",
                Examples.all().stream()
                        .filter(it -> it.request().operation().equals("UpdateHealthCheck"))
                        .findFirst()
                        .orElseThrow(),
                caller,
                NOW);
        assertThat(TrailAct.of(intent, null).region()).isEqualTo("us-east-1");
    }

    private Trail.Query query(Set<String> wanted, boolean urgent) {
        return new Trail.Query("us-east-1", "StopInstances", NOW.minusSeconds(60), null, wanted, urgent);
    }

    /** Stops of one instance, a moment apart. */
    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            var call = new Call(
                    "ec2", "StopInstances", "us-east-1", wire.sandbox.accessKeyId(), "request-" + i, NOW.plusMillis(i));
            wire.sandbox
                    .cloud()
                    .trail()
                    .answered(
                            call,
                            StopInstancesRequest.builder()
                                    .instanceIds(Trails.INSTANCE)
                                    .build(),
                            null,
                            null);
        }
    }

    private static StopInstance stop() {
        return new StopInstance(Trails.INSTANCE);
    }

    private static Sender.Sent sent(String requestId) {
        return new Sender.Sent(List.of(requestId), null, false, true);
    }

    private TrailAct actOf(Operation operation, String requestId) {
        return act(operation, sent(requestId));
    }

    private TrailAct act(Operation operation, Sender.Sent sent) {
        return act(operation, sent, clock.instant());
    }

    private TrailAct act(Operation operation, Sender.Sent sent, Instant at) {
        var verdict = sent.problem() == null ? Verdict.ACCEPTED : sent.maybeDone() ? Verdict.UNKNOWN : Verdict.REFUSED;
        var intent = Trails.intent("op-" + sent.requestIds(), operation, caller, at);
        return TrailAct.of(intent, intent.closed(Kind.OUTCOME, at, verdict, "", sent.requestIds(), 1L));
    }

    private TrailMatch look(TrailAct act) {
        return Objects.requireNonNull(look(List.of(act)).get(act.operation()));
    }

    private Map<String, TrailMatch> look(List<TrailAct> acts) {
        var found = new HashMap<String, TrailMatch>();
        search.look(new TrailSearch.Wish(acts, Set.of(), false), found::putAll, () -> true);
        return found;
    }

    private long asked() {
        return wire.sandbox.requests().count(AwsService.CLOUDTRAIL, "LookupEvents");
    }

    private static Problem problem(TrailMatch match) {
        return Objects.requireNonNull(match.problem());
    }
}
