package io.atalaya.aws.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.aws.VetoedException;
import io.atalaya.deployment.Problem;
import io.atalaya.operate.act.CopyDatabaseSnapshot;
import io.atalaya.operate.act.Examples;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.run.Permits;
import io.atalaya.operate.run.Sender;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.watch.Priority;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/** What leaves when an act is sent: one request, with exactly the parameters that were confirmed; and none without a permit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsOnTheWireTest {
    private final ActWire wire = new ActWire();

    @AfterAll
    void close() {
        wire.close();
    }

    @AfterEach
    void calm() {
        wire.whileWaiting = () -> {};
        wire.sandbox.faults().clear();
    }

    static List<Operation> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void sendsOneRequestWithWhatWasConfirmed(Operation operation) {
        wire.arrived();
        wire.calls();
        var before = wire.sandbox.requests().total();

        var sent = wire.send(operation.request());

        assertThat(wire.sandbox.requests().total() - before).isEqualTo(1);
        assertThat(wire.sandbox.requests().received().getLast().mutating()).isTrue();
        assertThat(wire.arrived()).singleElement().satisfies(it -> assertThat(parameters(operation, it))
                .isEqualTo(expected(operation)));
        assertThat(wire.calls()).singleElement().satisfies(call -> {
            assertThat(call.operation()).isEqualTo(operation.request().operation());
            if (operation instanceof CopyDatabaseSnapshot copy) {
                assertThat(call.region()).isEqualTo(copy.region());
            }
        });
        assertThat(sent.requestIds()).hasSize(1);
        assertThat(sent.maybeDone()).isFalse();
    }

    /** The SDK turns the source region into a signed permission of that region. */
    private static Map<String, Object> parameters(Operation operation, SdkPojo arrived) {
        var parameters = new HashMap<>(Decoded.of(arrived));
        if (operation instanceof CopyDatabaseSnapshot copy) {
            assertThat(String.valueOf(parameters.remove("PreSignedUrl")))
                    .contains("rds." + copy.sourceRegion(), "DestinationRegion=" + copy.region(), "X-Amz-Signature=");
        }
        return parameters;
    }

    private static Map<String, Object> expected(Operation operation) {
        var parameters = new HashMap<>(operation.request().parameters());
        if (operation instanceof CopyDatabaseSnapshot) {
            parameters.remove("SourceRegion");
        }
        return parameters;
    }

    @Test
    void everyCallThatCanBeSentIsSentByAnOperation() {
        assertThat(Examples.all().stream()
                        .map(it -> it.request().service() + " " + it.request().operation())
                        .collect(Collectors.toSet()))
                .isEqualTo(Calls.names());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void nothingLeavesWithoutAnApproval(Operation operation) {
        var before = wire.sandbox.requests().total();
        var call = Calls.of(operation.request().service(), operation.request().operation());
        var request = call.request().get();
        RequestFields.fill((SdkPojo) request, operation.request().parameters());
        var ready = request.build();

        assertThatThrownBy(() -> call.send().apply(wire.clients, ready)).isInstanceOf(VetoedException.class);
        assertThatThrownBy(() -> call.send().apply(wire.clients.in("us-west-2"), ready))
                .isInstanceOf(VetoedException.class);

        assertThat(wire.sandbox.requests().total()).isEqualTo(before);
    }

    @Test
    void aPermitIsUsedUp() {
        var permit = Permits.of("one");
        var request = new StopInstance("i-1").request();
        wire.sender().send(request, permit);
        var before = wire.sandbox.requests().total();

        assertThatThrownBy(() -> wire.sender().send(request, permit)).isInstanceOf(IllegalStateException.class);

        assertThat(wire.sandbox.requests().total()).isEqualTo(before);
    }

    @Test
    void whatIsDisarmedWhileItWaitsForItsTurnIsNotSent() {
        var armed = new AtomicBoolean(true);
        wire.whileWaiting = () -> armed.set(false);
        var before = wire.sandbox.requests().total();

        var sent = wire.sender().send(new StopInstance("i-1").request(), Permits.of("waited", armed::get));

        assertThat(wire.sandbox.requests().total()).isEqualTo(before);
        assertThat(problem(sent).kind()).isEqualTo(Problem.Kind.VETOED);
        assertThat(sent.maybeDone()).isFalse();
        assertThat(sent.answered()).isFalse();
    }

    @Test
    void anActGoesBeforeEverythingElse() {
        wire.priorities.clear();
        wire.send(new StopInstance("i-1").request());
        assertThat(wire.priorities).containsExactly(Priority.CLICK);
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(new Fault.Throttled(), Problem.Kind.THROTTLED, false),
                Arguments.of(new Fault.Denied("*"), Problem.Kind.DENIED, false),
                Arguments.of(new Fault.ExpiredCredentials(), Problem.Kind.EXPIRED, false),
                Arguments.of(
                        new Fault.Refused(400, "IncorrectInstanceState", "no"), Problem.Kind.INVALID_REQUEST, false),
                Arguments.of(new Fault.ServerError(500), Problem.Kind.SERVICE, true),
                Arguments.of(new Fault.ServerError(503), Problem.Kind.SERVICE, true),
                Arguments.of(new Fault.DroppedConnection(), Problem.Kind.NO_NETWORK, true),
                Arguments.of(new Fault.CutConnection(), Problem.Kind.MALFORMED, true),
                Arguments.of(new Fault.MalformedBody(), Problem.Kind.MALFORMED, true),
                Arguments.of(new Fault.Hang(), Problem.Kind.TIMEOUT, true));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void isSentOnceAndSaysWhetherItMayHaveBeenDone(Fault fault, Problem.Kind kind, boolean maybeDone) {
        wire.sandbox.faults().plan(FaultMatch.everything(), fault);
        var before = wire.sandbox.requests().total();
        var instance = wire.sandbox
                .world()
                .ask(() -> wire.sandbox.world().compute().instances().stream()
                        .filter(it -> it.state().name() == InstanceStateName.RUNNING)
                        .findFirst())
                .orElseThrow()
                .instanceId();

        var sent = wire.send(new StopInstance(instance).request());

        assertThat(wire.sandbox.requests().total() - before).isEqualTo(1);
        assertThat(problem(sent).kind()).isEqualTo(kind);
        assertThat(problem(sent).call()).isEqualTo("ec2:StopInstances");
        assertThat(sent.maybeDone()).isEqualTo(maybeDone);
    }

    @Test
    void whatNobodyListensToWasNotDone() {
        var gone = new ActWire();
        gone.sandbox.close();
        try (gone) {
            var sent = gone.send(new StopInstance("i-1").request());
            assertThat(problem(sent).kind()).isEqualTo(Problem.Kind.NO_NETWORK);
            assertThat(sent.maybeDone()).isFalse();
        }
    }

    @Test
    void aNameThatTheSdkDoesNotKnowIsAMistakeOfThisProgram() {
        var request = new StopInstance("i-1").request().with("Forze", true);
        var before = wire.sandbox.requests().total();
        var sent = wire.send(request);
        assertThat(problem(sent).kind()).isEqualTo(Problem.Kind.FAULT);
        assertThat(sent.maybeDone()).isFalse();
        assertThat(wire.sandbox.requests().total()).isEqualTo(before);
    }

    private static Problem problem(Sender.Sent sent) {
        return Objects.requireNonNull(sent.problem(), "it was accepted");
    }
}
