package io.atalaya.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.ec2.model.RebootInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StartInstancesRequest;

class WriteGateTest {
    private static final String REBOOTED =
            "<RebootInstancesResponse><requestId>r</requestId><return>true</return></RebootInstancesResponse>";

    private RawServer server;
    private TestClients clients;

    @BeforeEach
    void open() throws IOException {
        server = RawServer.always(RawServer.Answer.xml(200, REBOOTED));
        clients = new TestClients(server.endpoint(), InstantSource.system());
    }

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    /** Every operation of every client that the factory can build, about 1,500, driven through the real client. */
    @Test
    void letsNothingOutThatIsNotOnTheList() throws ReflectiveOperationException {
        var factory = clients.factory;
        var read = ReadList.shipped();
        var vetoed = 0;
        var onList = new TreeSet<String>();
        for (Supplier<? extends SdkClient> each : List.<Supplier<? extends SdkClient>>of(
                factory::ec2,
                factory::acm,
                factory::elb,
                factory::elbV2,
                factory::rds,
                factory::efs,
                factory::route53,
                factory::autoScaling,
                factory::cloudWatch,
                factory::logs,
                factory::cloudTrail,
                factory::sts,
                factory::iam,
                factory::sso,
                factory::ssoOidc,
                factory::logsAsync)) {
            var client = each.get();
            for (var operation : operations(client)) {
                var name = operation.getName();
                var wireName = Character.toUpperCase(name.charAt(0)) + name.substring(1);
                var call = IamNames.of(serviceId(client), wireName);
                if (read.contains(call)) {
                    onList.add(call);
                } else {
                    assertThat(call(client, operation)).as(call).isInstanceOfSatisfying(VetoedException.class, veto -> {
                        assertThat(veto.veto().call()).isEqualTo(call);
                    });
                    vetoed++;
                }
            }
        }

        assertThat(server.bodies()).as("requests that left").isEmpty();
        assertThat(clients.recorded.vetoes).hasSize(vetoed);
        assertThat(clients.recorded.acquired).as("permits for vetoed calls").isEmpty();
        assertThat(vetoed).isGreaterThan(1000);
        assertThat(onList).as("names on the list that no client knows").isEqualTo(new TreeSet<>(read.calls()));
    }

    /** Words by which AWS names what changes things; none may slip on the list. */
    @Test
    void listHoldsNoVerbOfChange() {
        var allowed = Set.of("logs:StartLiveTail", "logs:StartQuery", "logs:StopQuery", "sso-oauth:CreateToken");
        assertThat(ReadList.shipped().calls())
                .filteredOn(call -> !allowed.contains(call))
                .noneMatch(
                        call -> call.matches(".*:(Create|Delete|Modify|Put|Update|Start|Stop|Reboot|Terminate|Run|Set"
                                + "|Attach|Detach|Enable|Disable|Reset|Restore|Failover|Change|Associate|Disassociate|Tag"
                                + "|Untag|Register|Deregister|Release|Allocate|Import|Export|Copy|Cancel|Accept|Reject)"
                                + "(?!Client$|DeviceAuthorization$).*"))
                .doesNotContain("ec2:GetPasswordData", "sts:GetFederationToken", "iam:GetAccountAuthorizationDetails");
    }

    @Test
    void approvalOpensItOnceForOneCall() {
        var approval = new Approval("ec2:RebootInstances", "op-1", () -> true);
        var request = RebootInstancesRequest.builder()
                .instanceIds("i-1")
                .overrideConfiguration(c -> c.putExecutionAttribute(Approval.ATTRIBUTE, approval))
                .build();

        clients.factory.ec2().rebootInstances(request);
        assertThat(server.bodies()).hasSize(1);

        assertThatThrownBy(() -> clients.factory.ec2().rebootInstances(request))
                .isInstanceOf(VetoedException.class)
                .hasMessageContaining("was used before");
        assertThat(server.bodies()).hasSize(1);
    }

    @Test
    void approvalForAnotherCallOpensNothing() {
        var approval = new Approval("ec2:RebootInstances", "op-1", () -> true);
        var start = StartInstancesRequest.builder()
                .instanceIds("i-1")
                .overrideConfiguration(c -> c.putExecutionAttribute(Approval.ATTRIBUTE, approval))
                .build();

        assertThatThrownBy(() -> clients.factory.ec2().startInstances(start))
                .isInstanceOf(VetoedException.class)
                .hasMessageContaining("its approval is for ec2:RebootInstances");
        assertThat(server.bodies()).isEmpty();
        assertThat(clients.recorded.vetoes).hasSize(1);
    }

    @Test
    void vetoesTheAsynchronousClientToo() {
        var delete = DeleteLogGroupRequest.builder().logGroupName("g").build();

        var thrown = catchThrowable(
                () -> clients.factory.logsAsync().deleteLogGroup(delete).get(30, TimeUnit.SECONDS));

        assertThat(thrown).hasRootCauseInstanceOf(VetoedException.class);
        assertThat(server.bodies()).isEmpty();
    }

    private static List<Method> operations(SdkClient client) {
        var found = new ArrayList<Method>();
        var type = Arrays.stream(client.getClass().getInterfaces())
                .filter(SdkClient.class::isAssignableFrom)
                .findFirst()
                .orElseThrow();
        for (var method : type.getMethods()) {
            var parameters = method.getParameterTypes();
            if (parameters.length >= 1
                    && SdkRequest.class.isAssignableFrom(parameters[0])
                    && !method.getName().endsWith("Paginator")
                    && (parameters.length == 1 || method.getName().equals("startLiveTail"))) {
                found.add(method);
            }
        }
        return found;
    }

    private static Throwable call(SdkClient client, Method operation) throws ReflectiveOperationException {
        var requestType = operation.getParameterTypes()[0];
        var builder = requestType.getMethod("builder").invoke(null);
        var build = builder.getClass().getMethod("build");
        build.setAccessible(true); // the builders' implementations are not public
        try {
            var result = operation.invoke(client, build.invoke(builder));
            if (result instanceof CompletableFuture<?> future) {
                return Objects.requireNonNull(
                        catchThrowable(() -> future.get(30, TimeUnit.SECONDS)).getCause());
            }
            throw new AssertionError(operation + " was let out");
        } catch (InvocationTargetException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    private static String serviceId(SdkClient client) {
        return switch (client.serviceName()) {
            case "elasticfilesystem" -> "EFS";
            case "monitoring" -> "CloudWatch";
            case "logs" -> "CloudWatch Logs";
            case "oidc", "ssooidc", "awsssooidc" -> "SSO OIDC";
            case "awsssoportal" -> "SSO";
            default -> client.serviceName();
        };
    }
}
