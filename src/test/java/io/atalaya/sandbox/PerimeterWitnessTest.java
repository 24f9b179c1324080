package io.atalaya.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The perimeter of a fleet and its changes, witnessed by AWS's own command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PerimeterWitnessTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.calm(InstantSource.system()).withDeployment("fleet"));

    @TempDir
    Path scratch = Path.of("");

    @BeforeAll
    void needsTheCli(TestReporter reporter, TestInfo info) {
        String missing = "SKIPPED: no aws command on this machine, so the perimeter has no independent witness here";
        if (AwsCli.find().isEmpty()) {
            reporter.publishEntry(info.getDisplayName(), missing);
        }
        Assumptions.assumeTrue(AwsCli.find().isPresent(), missing);
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                read("ec2 describe-route-tables", "length(RouteTables[].Routes[?VpcPeeringConnectionId!=null][])", "2"),
                read(
                        "ec2 describe-vpc-peering-connections",
                        "VpcPeeringConnections[].[Status.Code,RequesterVpcInfo.CidrBlock]",
                        "[['active','10.10.0.0/16']]"),
                read("ec2 describe-transit-gateways", "TransitGateways[].State", "['available']"),
                read(
                        "ec2 describe-transit-gateway-attachments",
                        "TransitGatewayAttachments[].[ResourceType,Association.State]",
                        "[['vpc','associated'],['vpc','associated']]"),
                read(
                        "ec2 describe-vpc-endpoints",
                        "VpcEndpoints[0].[VpcEndpointType,ServiceName]",
                        "['Gateway','com.amazonaws.us-east-1.s3']"),
                read(
                        "ec2 describe-managed-prefix-lists",
                        "sort(PrefixLists[].PrefixListName)",
                        "['ceiba-oficinas','com.amazonaws.us-east-1.dynamodb','com.amazonaws.us-east-1.s3']"),
                read(
                        "ec2 get-managed-prefix-list-entries --prefix-list-id pl-63a5400a",
                        "Entries[].Cidr",
                        "['198.51.100.192/27','198.51.100.224/28']"),
                read(
                        "ec2 describe-network-interfaces --filters Name=interface-type,Values=nat_gateway",
                        "NetworkInterfaces[].SourceDestCheck|[0]",
                        "false"),
                read(
                        "ec2 describe-security-group-rules --max-items 5",
                        "SecurityGroupRules[].SecurityGroupRuleId|length(@)",
                        "5"),
                read(
                        "ec2 describe-egress-only-internet-gateways",
                        "EgressOnlyInternetGateways[].Attachments[].State",
                        "['attached']"),
                read("ec2 describe-flow-logs", "FlowLogs[].TrafficType", "['ALL']"));
    }

    private static Arguments read(String command, String query, String expected) {
        return arguments(command, query, expected.replace('\'', '"'));
    }

    @ParameterizedTest(name = "aws {0}")
    @MethodSource("reads")
    void readsThePerimeter(String command, String query, String expected) throws Exception {
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--query", query));
        var result = cli(words);
        assertThat(result.err()).isEmpty();
        assertThat(result.json()).isEqualTo(JSON.readTree(expected));
    }

    @Test
    void routesOfATransitGateway() throws Exception {
        var table = sandbox.cloud().home().ask(() -> sandbox.cloud()
                .home()
                .network()
                .transit()
                .routeTables()
                .all()
                .iterator()
                .next()
                .transitGatewayRouteTableId());
        var result = cli(List.of(
                "ec2",
                "search-transit-gateway-routes",
                "--transit-gateway-route-table-id",
                table,
                "--filters",
                "Name=state,Values=active,blackhole",
                "--query",
                "[AdditionalRoutesAvailable,Routes[].Type]"));
        assertThat(result.json()).isEqualTo(JSON.readTree("[false,[\"propagated\",\"propagated\"]]"));
    }

    @Test
    void givesAndTakesARule() throws Exception {
        var group = sandbox.cloud().home().ask(() -> sandbox.cloud()
                .home()
                .network()
                .securityGroups()
                .all()
                .iterator()
                .next()
                .groupId());
        var given = cli(List.of(
                "ec2",
                "authorize-security-group-ingress",
                "--group-id",
                group,
                "--ip-permissions",
                "IpProtocol=tcp,FromPort=22,ToPort=22,IpRanges=[{CidrIp=192.0.2.0/24,Description=office}]"));
        var rule = given.json().path("SecurityGroupRules").path(0);
        assertThat(rule.path("CidrIpv4").asText()).isEqualTo("192.0.2.0/24");
        assertThat(rule.path("Description").asText()).isEqualTo("office");
        var again = cli(List.of(
                "ec2",
                "authorize-security-group-ingress",
                "--group-id",
                group,
                "--protocol",
                "tcp",
                "--port",
                "22",
                "--cidr",
                "192.0.2.0/24"));
        assertThat(again.err()).contains("InvalidPermission.Duplicate");
        var taken = cli(List.of(
                "ec2",
                "revoke-security-group-ingress",
                "--group-id",
                group,
                "--security-group-rule-ids",
                rule.path("SecurityGroupRuleId").asText()));
        assertThat(taken.json().path("Return").asBoolean()).isTrue();
    }

    private AwsCli.Result cli(List<String> words) throws Exception {
        return new AwsCli(AwsCli.find().orElseThrow(), sandbox, scratch).run(words);
    }
}
