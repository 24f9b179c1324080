package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The architecture document of an open connection, over the wire. */
@Timeout(240)
class ScopeDocumentsTest {
    @TempDir
    Path home;

    @Test
    void readsEverythingFirstAndSaysWhatItCouldNot() throws Exception {
        var test = new TestProgram(home, options -> SandboxOptions.calm(InstantSource.system()));
        try (var scope = test.connect();
                var denied = test.sandbox()
                        .faults()
                        .plan(FaultMatch.of(AwsService.EC2, "DescribeAddresses"), new Fault.Denied("*"))) {
            scope.start();
            var files = scope.evidence().documents().write(home.resolve("papers"), Locale.ENGLISH);
            assertThat(files).isNotEmpty().allMatch(Files::exists);
            var text = Files.readString(files.stream()
                    .filter(each -> each.toString().endsWith(".md"))
                    .findFirst()
                    .orElseThrow());
            assertThat(text).contains("AUTOChOp").contains("ec2:DescribeAddresses");
            assertThat(denied.struck()).isPositive();
        } finally {
            test.close();
        }
    }
}
