package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import org.junit.jupiter.api.Test;

/** Answers with next to nothing in them, and with words that AWS did not use when this was written. */
class SparseAnswersTest {
    @Test
    void absentFieldsAndNewWordsSurvive() {
        try (var wire = new Wire(PageSize.LARGEST)) {
            ec2(wire, "DescribeInstances", """
                    <reservationSet><item><instancesSet>
                      <item><instanceId>i-1</instanceId></item>
                      <item><instanceId>i-2</instanceId><instanceType>z9.colossal</instanceType>
                        <instanceState><code>99</code><name>hibernating</name></instanceState>
                        <tagSet><item><key>Name</key></item></tagSet></item>
                    </instancesSet></item></reservationSet>""");
            ec2(wire, "DescribeInstanceStatus", """
                    <instanceStatusSet><item><instanceId>i-1</instanceId></item></instanceStatusSet>""");
            ec2(wire, "DescribeImages", """
                    <imagesSet><item><imageId>ami-1</imageId><creationDate>soon</creationDate></item></imagesSet>""");
            ec2(wire, "DescribeVolumes", "<volumeSet><item><volumeId>vol-1</volumeId></item></volumeSet>");
            ec2(wire, "DescribeVpcs", "<vpcSet><item><vpcId>vpc-1</vpcId></item></vpcSet>");
            ec2(wire, "DescribeNetworkAcls", """
                    <networkAclSet><item><networkAclId>acl-1</networkAclId><entrySet><item/></entrySet></item></networkAclSet>""");
            query(wire, AwsService.BALANCING, "DescribeLoadBalancers", """
                    <LoadBalancers><member><LoadBalancerArn>arn:lb</LoadBalancerArn><Type>quantum</Type>
                      <State><Code>entangled</Code></State></member></LoadBalancers>""");
            query(wire, AwsService.BALANCING, "DescribeTargetGroups", """
                    <TargetGroups><member><TargetGroupArn>arn:tg</TargetGroupArn></member></TargetGroups>""");
            query(wire, AwsService.BALANCING, "DescribeTargetHealth", """
                    <TargetHealthDescriptions><member/>
                      <member><Target><Id>i-2</Id></Target><TargetHealth><State>sleepy</State></TargetHealth></member>
                    </TargetHealthDescriptions>""");
            query(wire, AwsService.RDS, "DescribeDBInstances", """
                    <DBInstances><DBInstance><DBInstanceIdentifier>db</DBInstanceIdentifier>
                      <PendingModifiedValues><MasterUserPassword>hunter2</MasterUserPassword><Port>3307</Port>
                      </PendingModifiedValues></DBInstance></DBInstances>""");
            query(wire, AwsService.AUTO_SCALING, "DescribeAutoScalingGroups", """
                    <AutoScalingGroups><member><AutoScalingGroupName>asg</AutoScalingGroupName>
                      <Instances><member><InstanceId>i-1</InstanceId></member></Instances></member></AutoScalingGroups>""");
            query(wire, AwsService.AUTO_SCALING, "DescribeScalingActivities", "<Activities><member/></Activities>");
            raw(wire, AwsService.EFS, "DescribeFileSystems", "application/json", """
                    {"FileSystems":[{"FileSystemId":"fs-1","LifeCycleState":"melting"}]}""");
            wire.readAll();

            assertThat(wire.items(Parts.INSTANCES))
                    .extracting(i -> i.name() + " " + i.state())
                    .containsExactly("i-1 ", "i-2 hibernating");
            assertThat(wire.items(Parts.INSTANCES))
                    .extracting(i -> i.instanceType())
                    .containsExactly("", "z9.colossal");
            assertThat(wire.items(Parts.INSTANCE_CHECKS)).hasSize(1);
            assertThat(wire.items(Parts.IMAGES)).allMatch(i -> i.createdAt() == null);
            assertThat(wire.items(Parts.VOLUMES)).hasSize(1);
            assertThat(wire.items(Parts.VPCS)).hasSize(1);
            assertThat(wire.items(Parts.NETWORK_ACLS))
                    .allMatch(a -> !a.entries().getFirst().allow());
            assertThat(wire.items(Parts.LOAD_BALANCERS))
                    .extracting(b -> b.state())
                    .contains("entangled");
            assertThat(wire.items(Parts.TARGETS)).extracting(t -> t.state()).containsExactly("unavailable", "sleepy");
            assertThat(wire.items(Parts.DATABASES).getFirst().pendingModifications())
                    .containsExactlyInAnyOrder("MasterUserPassword=****", "Port=3307");
            assertThat(wire.items(Parts.SCALING_GROUPS).getFirst().members()).hasSize(1);
            assertThat(wire.items(Parts.SCALING_ACTIVITIES)).hasSize(1);
            assertThat(wire.items(Parts.FILE_SYSTEMS))
                    .extracting(f -> f.state())
                    .containsExactly("melting");
            // mount targets of a file system the sandbox does not have: gone meanwhile, not a problem
            assertThat(wire.failing()).isEmpty();
        }
    }

    private static void ec2(Wire wire, String operation, String content) {
        raw(
                wire,
                AwsService.EC2,
                operation,
                "text/xml",
                "<" + operation + "Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">" + content + "</"
                        + operation + "Response>");
    }

    private static void query(Wire wire, AwsService service, String operation, String content) {
        raw(
                wire,
                service,
                operation,
                "text/xml",
                "<" + operation + "Response><" + operation + "Result>" + content + "</" + operation + "Result></"
                        + operation + "Response>");
    }

    private static void raw(Wire wire, AwsService service, String operation, String type, String body) {
        wire.sandbox.faults().plan(FaultMatch.of(service, operation), new Fault.RawAnswer(200, type, body));
    }
}
