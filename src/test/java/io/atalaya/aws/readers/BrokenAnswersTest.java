package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.compute.ComputeIndex;
import io.atalaya.deployment.compute.InstanceFacts;
import io.atalaya.deployment.compute.Lineages;
import io.atalaya.deployment.facts.CliText;
import io.atalaya.deployment.facts.Facts;
import io.atalaya.deployment.facts.Related;
import io.atalaya.deployment.overview.AttentionList;
import io.atalaya.deployment.overview.Happenings;
import io.atalaya.deployment.overview.KeyFigures;
import io.atalaya.deployment.overview.RequestPath;
import io.atalaya.deployment.overview.Situation;
import io.atalaya.deployment.topology.Topology;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.hostile.HostileText;
import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFilter;
import io.atalaya.sandbox.server.codec.Rewriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Answers in which any text is hostile and any member is missing are read, or refused by the SDK; no reader and no rule over
 * the model falls over them.
 */
class BrokenAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.incident(InstantSource.fixed(NOW)));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void aMemberMissingEverywhere() {
        var paths = new TreeSet<String>();
        sandbox.wire().use(filter(new Rewriter.Rule() {
            @Override
            public String text(String path, String text) {
                return text;
            }

            @Override
            public boolean keeps(String path) {
                synchronized (paths) {
                    paths.add(path);
                }
                return true;
            }
        }));
        assertThat(read()).isEmpty();
        var broken = new ArrayList<String>();
        // a few at a time, or it would take minutes; members inside one another hide each other anyway
        for (int turn = 0; turn < 40; turn++) {
            int share = turn;
            sandbox.wire().use(filter(new Rewriter.Rule() {
                @Override
                public String text(String path, String text) {
                    return text;
                }

                @Override
                public boolean keeps(String path) {
                    return Math.floorMod(path.hashCode(), 40) != share;
                }
            }));
            for (var fault : read()) {
                broken.add(paths.stream()
                                .filter(it -> Math.floorMod(it.hashCode(), 40) == share)
                                .toList() + ": " + fault);
            }
        }
        assertThat(paths).hasSizeGreaterThan(300);
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anythingMissingAndAnyTextHostile(long seed) {
        var random = new Random(seed);
        sandbox.wire().use(filter(new Rewriter.Rule() {
            @Override
            public synchronized String text(String path, String text) {
                var texts = HostileText.values();
                return random.nextInt(5) > 0 ? text : texts[random.nextInt(texts.length)].of(text);
            }

            @Override
            public synchronized boolean keeps(String path) {
                return random.nextInt(12) > 0;
            }
        }));
        assertThat(read()).isEmpty();
    }

    @Test
    void everyTextHostile() {
        for (var hostile : HostileText.values()) {
            sandbox.wire().use(filter((path, text) -> hostile.of(text)));
            assertThat(read()).as(hostile.name()).isEmpty();
        }
    }

    /** What broke, with the place where it did. */
    private static List<String> read() {
        var faults = new ArrayList<String>();
        var deployment =
                Deployment.empty(sandbox.region(), new Caller("1", "arn:aws:sts::1:assumed-role/R/m", "x", null));
        for (var source : SandboxDeployment.sources(sandbox, NOW)) {
            try {
                deployment = SandboxDeployment.read(source, deployment, NOW);
            } catch (SdkException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            } catch (Exception e) {
                faults.add(source.part().id() + ": " + place(e));
            }
        }
        try {
            show(deployment);
        } catch (RuntimeException e) {
            faults.add("shown: " + place(e));
        }
        return faults;
    }

    private static void show(Deployment deployment) {
        var situation = Situation.of(deployment, NOW);
        var index = new DeploymentIndex(deployment);
        Topology.of(index);
        AttentionList.of(situation);
        Happenings.of(situation, Duration.ofHours(24));
        KeyFigures.of(situation);
        RequestPath.of(situation);
        var compute = new ComputeIndex(index);
        InstanceFacts.all(compute);
        Lineages.of(compute);
        for (var part : Parts.all()) {
            for (var item : deployment.items(part)) {
                if (item instanceof Resource resource) {
                    Facts.of(resource, index);
                    Related.of(resource, index);
                    CliText.of(resource, "us-east-1");
                }
            }
        }
    }

    private static String place(Throwable thrown) {
        for (var at : thrown.getStackTrace()) {
            if (at.getClassName().startsWith("io.atalaya.")
                    && !at.getClassName().contains("Test")) {
                return thrown + " at " + at;
            }
        }
        return thrown.toString();
    }

    private static WireFilter filter(Rewriter.Rule rule) {
        var rewriter = new Rewriter(rule);
        return new WireFilter() {
            @Override
            public SdkPojo answer(Call call, SdkPojo answer) {
                return rewriter.rewrite(answer);
            }
        };
    }
}
