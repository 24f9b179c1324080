package io.atalaya.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** From process start to everything of CheckOP on screen, beside the calls a person would type. */
final class StartBench {
    private static final List<String> CALLS = List.of(
            "sts get-caller-identity",
            "ec2 describe-instances",
            "ec2 describe-instance-status",
            "ec2 describe-instance-types --instance-types t3.xlarge",
            "ec2 describe-images --owners self",
            "ec2 describe-launch-templates",
            "ec2 describe-launch-template-versions --versions $Default",
            "ec2 describe-volumes",
            "ec2 describe-addresses",
            "ec2 describe-vpcs",
            "ec2 describe-subnets",
            "ec2 describe-security-groups",
            "ec2 describe-network-acls",
            "elbv2 describe-load-balancers",
            "elbv2 describe-target-groups",
            "elb describe-load-balancers",
            "autoscaling describe-auto-scaling-groups",
            "autoscaling describe-scaling-activities",
            "rds describe-db-instances",
            "rds describe-db-snapshots",
            "rds describe-events --duration 1440",
            "efs describe-file-systems",
            "route53 list-hosted-zones",
            "route53 list-health-checks",
            "cloudwatch describe-alarms");

    private StartBench() {}

    static List<Result> run() throws IOException, InterruptedException {
        var results = new ArrayList<Result>();
        try (var cloud = LocalCloud.start("checkop", "CALM")) {
            var most = new double[3];
            var complete = new double[3];
            double[] refresh = {};
            for (int i = 0; i < complete.length; i++) {
                try (var console = Child.start(
                        ConsoleMain.JVM,
                        cloud.environment(),
                        ConsoleMain.class,
                        "start",
                        cloud.endpoint(),
                        cloud.region())) {
                    console.await("most");
                    most[i] = console.secondsSinceStart();
                    console.await("complete");
                    complete[i] = console.secondsSinceStart();
                    refresh = Stream.of(console.await("refresh").split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
                }
            }
            Arrays.sort(complete);
            results.add(Result.fact("process start to everything of checkop on screen, median of 3", complete[1], "s"));
            Arrays.sort(most);
            results.add(Result.fact("the same without DNS, of which the budget has one call a second", most[1], "s"));
            results.add(Result.atMost("warm refresh of every part but DNS, median of 3", refresh[0], "s", 0.5));
            results.add(Result.fact("warm refresh of every part, median of 3", refresh[1], "s"));
            var cache = AotCache.train(cloud);
            var withCache = new double[3];
            var mostWithCache = new double[3];
            for (int i = 0; i < withCache.length; i++) {
                try (var console = Child.start(
                        cache.classPath(),
                        cache.jvm(),
                        cloud.environment(),
                        ConsoleMain.class,
                        "train",
                        cloud.endpoint(),
                        cloud.region())) {
                    console.await("most");
                    mostWithCache[i] = console.secondsSinceStart();
                    console.await("complete");
                    withCache[i] = console.secondsSinceStart();
                }
            }
            Arrays.sort(withCache);
            Arrays.sort(mostWithCache);
            results.add(Result.fact("everything on screen from jars with an AOT cache", withCache[1], "s"));
            results.add(Result.fact("the same without DNS", mostWithCache[1], "s"));
            results.add(Result.fact("size of the AOT cache", cache.megabytes(), "MB"));
            var aws = awsCli();
            if (aws.isEmpty()) {
                System.out.println("  SKIPPED: there is no /usr/bin/aws to compare with (Debian: apt-get install awscli)");
            } else {
                double seconds = commandLine(aws.get(), cloud);
                results.add(Result.fact("the same by 25 calls of the AWS CLI", seconds, "s"));
                results.add(Result.atLeast("AWS CLI : console", seconds / complete[1], "x", 10));
                results.add(Result.fact("AWS CLI : console without DNS", seconds / most[1], "x"));
                results.add(Result.fact("AWS CLI : console with an AOT cache", seconds / withCache[1], "x"));
                results.add(Result.fact("the same without DNS", seconds / mostWithCache[1], "x"));
            }
        }
        return results;
    }

    private static Optional<String> awsCli() {
        return Stream.of("/usr/bin/aws", "/usr/local/bin/aws")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }

    private static double commandLine(String aws, LocalCloud cloud) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        for (var call : CALLS) {
            var command = new ArrayList<String>();
            command.add(aws);
            command.addAll(List.of("--endpoint-url", cloud.endpoint(), "--region", cloud.region(), "--output", "json"));
            command.addAll(List.of(call.split(" ")));
            var builder = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(Path.of("target", "bench", "aws.err").toFile());
            builder.environment().putAll(cloud.environment());
            var process = builder.start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("aws " + call + " failed: see target/bench/aws.err");
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
