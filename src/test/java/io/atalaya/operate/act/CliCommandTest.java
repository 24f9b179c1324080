package io.atalaya.operate.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person copies; that AWS's own command line sends the same is shown by the wire test. */
class CliCommandTest {
    static List<List<String>> commands() {
        return List.of(
                List.of(
                        "aws ec2 stop-instances --instance-ids i-0123456789abcdef0 --region us-east-1",
                        cli(new StopInstance("i-0123456789abcdef0"))),
                List.of(
                        "aws ec2 create-image --instance-id i-1 --name 'it'\\''s' --reboot --region us-east-1",
                        cli(new CreateImage("i-1", "it's", null, false))),
                List.of(
                        "aws ec2 create-image --instance-id i-1 --name img --no-reboot --region us-east-1",
                        cli(new CreateImage("i-1", "img", null, true))),
                List.of(
                        "aws ec2 create-snapshot --volume-id vol-1 --description='-x $(id)' --region us-east-1",
                        cli(new CreateVolumeSnapshot("vol-1", "-x $(id)"))),
                List.of(
                        "aws ec2 create-snapshot --volume-id vol-1 --cli-input-json"
                                + " '{\"Description\":\"file:///etc/passwd\"}' --region us-east-1",
                        cli(new CreateVolumeSnapshot("vol-1", "file:///etc/passwd"))),
                List.of(
                        "aws rds reboot-db-instance --db-instance-identifier chop --no-force-failover"
                                + " --region us-east-1",
                        cli(new RebootDatabase("chop", false))),
                List.of(
                        "aws cloudwatch disable-alarm-actions --alarm-names '[\"-dash\"]' --region us-east-1",
                        cli(new DisableAlarmActions("arn:1", "-dash"))));
    }

    private static String cli(Operation operation) {
        return CliCommand.of(operation.request(), "us-east-1", null);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isWrittenForAShell(List<String> expectedAndActual) {
        assertThat(expectedAndActual.get(1)).isEqualTo(expectedAndActual.get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "ModifyDBInstance,modify-db-instance",
        "RestoreDBInstanceToPointInTime,restore-db-instance-to-point-in-time",
        "MultiAZ,multi-az",
        "logGroupName,log-group-name",
        "TargetGroupARNs,target-group-arns",
        "VPCSecurityGroupIds,vpc-security-group-ids"
    })
    void namesAreMangledAsTheCliDoes(String name, String option) {
        assertThat(CliCommand.kebab(name)).isEqualTo(option);
    }

    @ParameterizedTest
    @CsvSource({"us-west-2"})
    void anotherServerAndAnotherRegionAreSaid(String region) {
        var request = new StopInstance("i-1").request().to(region);
        assertThat(CliCommand.of(request, "us-east-1", "http://127.0.0.1:4566"))
                .endsWith(" --region us-west-2 --endpoint-url http://127.0.0.1:4566");
    }
}
