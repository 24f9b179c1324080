package io.atalaya.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/**
 * An independent witness: AWS's own command line, which reads answers by AWS's own model and knows nothing of the SDK's
 * metadata that both ends share in all other tests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsCliWitnessTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BALANCER =
            "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/" + "Progresus-ELB/5f0c2d7e9b1a4836";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.calm(InstantSource.system()));

    @TempDir
    Path scratch = Path.of("");

    @BeforeAll
    void needsTheCli(TestReporter reporter, TestInfo info) {
        Optional<Path> binary = AwsCli.find();
        String missing = "SKIPPED: no aws command on this machine, so the sandbox has no independent witness here"
                + " (on Debian: apt-get install awscli)";
        if (binary.isEmpty()) {
            reporter.publishEntry(info.getDisplayName(), missing);
        }
        Assumptions.assumeTrue(binary.isPresent(), missing);
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                read(
                        "sts get-caller-identity",
                        "[Account,Arn]",
                        "['111122223333','arn:aws:sts::111122223333:assumed-role/AtalayaOperator/m.rojas']"),
                read(
                        "ec2 describe-instances",
                        "sort_by(Reservations[].Instances[],&Placement.AvailabilityZone)[]"
                                + ".[Tags[?Key=='Name']|[0].Value,InstanceType,Placement.AvailabilityZone,State.Name]"
                                + "|sort_by(@,&join('',@))",
                        "[['AUTOChOp','t3.xlarge','us-east-1a','running'],"
                                + "['AUTOChOp','t3.xlarge','us-east-1d','running'],"
                                + "['Base ChOp','t3.xlarge','us-east-1a','running']]"),
                read(
                        "ec2 describe-instances --filters Name=tag:Name,Values=Base*",
                        "Reservations[].Instances[].CpuOptions.CoreCount|length(@)",
                        "1"),
                read(
                        "ec2 describe-instance-types --instance-types t3.xlarge",
                        "InstanceTypes[].[VCpuInfo.DefaultVCpus,MemoryInfo.SizeInMiB]",
                        "[[4,16384]]"),
                read("ec2 describe-volumes --page-size 5", "Volumes[].Size|min(@)", "50"),
                read("ec2 describe-addresses", "length(Addresses)", "3"),
                read(
                        "ec2 describe-security-groups --filters Name=group-name,Values=chop-db",
                        "SecurityGroups[].IpPermissions[].[FromPort,ToPort]",
                        "[[3306,3306]]"),
                read(
                        "ec2 describe-availability-zones --zone-names us-east-1d",
                        "AvailabilityZones[].State",
                        "['available']"),
                read(
                        "elbv2 describe-load-balancers --names Progresus-ELB",
                        "LoadBalancers[].[DNSName,Type,State.Code,sort(AvailabilityZones[].ZoneName)]",
                        "[['Progresus-ELB-195469790.us-east-1.elb.amazonaws.com','application','active',"
                                + "['us-east-1a','us-east-1d']]]"),
                read("elbv2 describe-listeners --load-balancer-arn " + BALANCER, "sort(Listeners[].Port)", "[80,443]"),
                read("elb describe-load-balancers", "LoadBalancerDescriptions", "[]"),
                read(
                        "rds describe-db-instances --db-instance-identifier dbprogressus",
                        "DBInstances[].[DBInstanceClass,Engine,AllocatedStorage,MaxAllocatedStorage]",
                        "[['db.r5.xlarge','mysql',217,1000]]"),
                read("efs describe-file-systems", "FileSystems[].Name", "['ChOp-Temp']"),
                read("route53 list-hosted-zones", "HostedZones[].[Name,ResourceRecordSetCount]", "[['checkop.co.',8]]"),
                read("autoscaling describe-auto-scaling-groups", "AutoScalingGroups[].[MinSize,MaxSize]", "[[2,4]]"),
                read(
                        "cloudwatch list-metrics --namespace AWS/RDS --metric-name FreeStorageSpace",
                        "Metrics[].Dimensions[].Value",
                        "['dbprogressus']"),
                read("cloudwatch describe-alarms", "length(MetricAlarms)>`0`", "true"),
                read("iam list-account-aliases", "AccountAliases", "['checkop-co']"),
                read("logs describe-log-groups", "length(logGroups)>`0`", "true"),
                read("logs describe-log-groups --limit 1 --no-paginate", "length(logGroups)", "1"));
    }

    private static Arguments read(String command, String query, String expected) {
        return arguments(command, query, expected.replace('\'', '"'));
    }

    @ParameterizedTest(name = "aws {0}")
    @MethodSource("reads")
    void readsWhatTheDeploymentHolds(String command, String query, String expected) throws Exception {
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--query", query));

        AwsCli.Result result = cli().run(words);

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        JsonNode said = result.json();
        assertThat(said).isEqualTo(JSON.readTree(expected));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("ec2 describe-instances --instance-ids i-00000000000000000", "InvalidInstanceID.NotFound"),
                arguments("rds describe-db-instances --db-instance-identifier nosuch", "DBInstanceNotFound"),
                arguments("efs describe-file-systems --file-system-id fs-00000000", "FileSystemNotFound"),
                arguments("route53 get-hosted-zone --id ZNOSUCH", "NoSuchHostedZone"));
    }

    @ParameterizedTest(name = "aws {0}")
    @MethodSource("mistakes")
    void saysWhatIsWrongByAwssCode(String command, String code) throws Exception {
        AwsCli.Result result = cli().run(List.of(command.split(" ")));

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.err()).contains("An error occurred (" + code + ")");
    }

    /** What the CLI changes is in the trail, as the CLI reads it: who, what, with which parameters, refused ones too. */
    @Test
    void findsItsOwnChangesInTheTrail() throws Exception {
        sandbox.cloud().trail().delay(Duration.ZERO);
        assertThat(cli().run(words("logs put-retention-policy --log-group-name /none --retention-in-days 30"))
                        .exitCode())
                .isNotZero();
        assertThat(cli().run(words("cloudwatch disable-alarm-actions --alarm-names a1 a2"))
                        .exitCode())
                .isZero();

        var words = new ArrayList<>(words("cloudtrail lookup-events --max-items 1 --lookup-attributes"));
        words.add("AttributeKey=EventName,AttributeValue=DisableAlarmActions");
        var event = cli().run(words).json().path("Events").path(0);
        assertThat(event.path("Username").asText()).isEqualTo("m.rojas");
        var record = JSON.readTree(event.path("CloudTrailEvent").asText());
        assertThat(record.path("eventSource").asText()).isEqualTo("monitoring.amazonaws.com");
        assertThat(record.at("/requestParameters/alarmNames/1").asText()).isEqualTo("a2");

        var refused = cli().run(
                        words(
                                "cloudtrail lookup-events --lookup-attributes AttributeKey=EventSource,AttributeValue=logs.amazonaws.com"));
        assertThat(JSON.readTree(refused.json().at("/Events/0/CloudTrailEvent").asText())
                        .path("errorCode")
                        .asText())
                .isEqualTo("ResourceNotFoundException");

        var two = cli().run(words(
                "cloudtrail lookup-events --start-time 2026-01-02T00:00:00Z --end-time 2026-01-01T00:00:00Z"));
        assertThat(two.err()).contains("InvalidTimeRangeException");
    }

    /** Another client writes, and reads by pattern and by query what it wrote. */
    @Test
    void writesAndQueriesLogs() throws Exception {
        long now = System.currentTimeMillis();
        assertThat(cli().run(words("logs create-log-group --log-group-name /cli"))
                        .exitCode())
                .isZero();
        assertThat(cli().run(words("logs create-log-stream --log-group-name /cli --log-stream-name s"))
                        .exitCode())
                .isZero();
        var put = cli().run(words("logs put-log-events --log-group-name /cli --log-stream-name s --log-events"
                + " timestamp=" + (now - 2_000) + ",message=señal-ERROR timestamp=" + (now - 1_000) + ",message=bien"));
        assertThat(put.err()).isEmpty();

        var found = cli().run(words("logs filter-log-events --log-group-name /cli --filter-pattern ERROR"));
        assertThat(found.json().path("events").findValuesAsText("message")).containsExactly("señal-ERROR");

        var query = new ArrayList<>(words("logs start-query --log-group-name /cli --start-time " + (now / 1000 - 60)
                + " --end-time " + (now / 1000 + 60) + " --query-string"));
        query.add("filter @message like /ERR/ | stats count(*) as n by @logStream");
        String id = cli().run(query).json().path("queryId").asText();
        assertThat(sandbox.world().queries().find(id).orElseThrow().awaitScan(Duration.ofSeconds(30)))
                .isTrue();
        JsonNode answer = JSON.createObjectNode();
        for (int i = 0; i < 10 && !answer.path("status").asText().equals("Complete"); i++) {
            answer = cli().run(words("logs get-query-results --query-id " + id)).json();
        }
        assertThat(answer.path("results"))
                .isEqualTo(JSON.readTree(
                        "[[{\"field\":\"@logStream\",\"value\":\"s\"},{\"field\":\"n\",\"value\":\"1\"}]]"));
        assertThat(answer.at("/statistics/recordsScanned").asDouble()).isEqualTo(2);

        query.set(query.size() - 1, "fildes @message");
        assertThat(cli().run(query).err()).contains("(MalformedQueryException)", "unexpected symbol found fildes");
    }

    private static List<String> words(String command) {
        return List.of(command.split(" "));
    }

    private AwsCli cli() {
        return new AwsCli(AwsCli.find().orElseThrow(), sandbox, scratch);
    }
}
