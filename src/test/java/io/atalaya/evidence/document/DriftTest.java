package io.atalaya.evidence.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.atalaya.deployment.CheckOp;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.evidence.document.drift.BaselineException;
import io.atalaya.evidence.document.drift.BaselineFile;
import io.atalaya.evidence.document.drift.Difference;
import io.atalaya.evidence.document.drift.Drift;
import io.atalaya.evidence.document.drift.KeptDocument;
import io.atalaya.evidence.document.print.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs from a saved document and from a baseline that a person wrote. */
class DriftTest {
    private static final Deployment THEN = CheckOp.healthy();

    @TempDir
    Path folder;

    @Test
    void fiveChangesAreFoundMarkedAndTold() throws IOException {
        var now = replaced(THEN, Parts.INSTANCES, DriftTest::thirdInstanceAndOtherClass);
        now = replaced(now, Parts.RECORD_SETS, records -> records.subList(0, records.size() - 1));
        now = replaced(now, Parts.LISTENERS, DriftTest::otherPort);
        now = replaced(now, Parts.SECURITY_GROUPS, DriftTest::opened);
        var gone = THEN.items(Parts.RECORD_SETS).getLast();

        var document = Printouts.of(now);
        var drift = Drift.between(kept(THEN, document), document);

        var told = new Sentences(Printouts.words("en")).differences(drift);
        assertThat(told).hasSize(5);
        assertThat(told)
                .anySatisfy(it -> assertThat(it).isEqualTo("added · Instances: AUTOChOp"))
                .anySatisfy(it ->
                        assertThat(it).startsWith("changed · Instances: Base ChOp · Type: t3.xlarge → t3.2xlarge"))
                .anySatisfy(it ->
                        assertThat(it).startsWith("removed · Record sets: ").contains(gone.name()))
                .anySatisfy(
                        it -> assertThat(it).startsWith("changed · Listeners: ").contains("Port: 443 → 8443"))
                .anySatisfy(it -> assertThat(it)
                        .startsWith("added · Rules of security groups: ")
                        .endsWith("in tcp 22 0.0.0.0/0"));

        var markdown = Printouts.markdown(document, "en", drift);
        assertThat(Printouts.markdownTable(markdown, "Instances"))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("Difference", "**changed**")
                        .containsEntry("Type", "~~t3.xlarge~~ → t3.2xlarge"))
                .anySatisfy(row -> assertThat(row).containsEntry("Difference", "**added**"));
        var page = Printouts.dom(Printouts.html(document, "es", drift));
        assertThat(Printouts.all(page.getDocumentElement(), "tr").stream()
                        .map(it -> it.getAttribute("class"))
                        .filter(List.of("added", "removed", "changed")::contains))
                .containsExactlyInAnyOrder("added", "changed", "changed", "removed", "added");
        assertThat(Printouts.text(page)).contains("Diferencias").contains("añadido");
        assertThat(Printouts.pdf(document, "pt-BR", drift)).isNotEmpty();
    }

    private static List<Instance> thirdInstanceAndOtherClass(List<Instance> before) {
        var all = new ArrayList<Instance>();
        for (var it : before) {
            all.add(it.name().equals("Base ChOp") ? like(it, it.id(), "t3.2xlarge") : it);
        }
        all.add(like(before.getFirst(), "i-0new", before.getFirst().instanceType()));
        return all;
    }

    private static Instance like(Instance it, String id, String type) {
        return new Instance(
                id,
                it.name(),
                type,
                it.state(),
                it.stateReason(),
                it.zone(),
                it.vpcId(),
                it.subnetId(),
                it.privateIp(),
                it.publicIp(),
                it.imageId(),
                it.platform(),
                it.architecture(),
                it.launchedAt(),
                it.securityGroupIds(),
                it.volumeIds(),
                it.tags());
    }

    private static List<Listener> otherPort(List<Listener> before) {
        return before.stream()
                .map(it -> it.port() == 443
                        ? new Listener(
                                it.arn(),
                                it.balancerArn(),
                                it.protocol(),
                                8443,
                                it.certificateArns(),
                                it.sslPolicy(),
                                it.defaultActions())
                        : it)
                .toList();
    }

    private static List<SecurityGroup> opened(List<SecurityGroup> before) {
        var all = new ArrayList<>(before);
        var first = all.getFirst();
        var rules = new ArrayList<>(first.rules());
        rules.add(Sample.fromCidr(22, "0.0.0.0/0"));
        all.set(
                0,
                new SecurityGroup(first.id(), first.name(), first.description(), first.vpcId(), rules, first.tags()));
        return all;
    }

    @Test
    void theSameDeploymentDiffersInNothing() throws IOException {
        var document = Printouts.of(THEN);
        var drift = Drift.between(kept(THEN, document), document);
        assertThat(drift.differences()).isEmpty();
        assertThat(Printouts.markdown(document, "pt-BR", drift)).contains("Nada difere");
    }

    @Test
    void aMachineThatWasReplacedByItsLikeIsNoDifference() throws IOException {
        var now = replaced(THEN, Parts.INSTANCES, all -> all.stream()
                .map(it -> it.id().equals(CheckOp.ASG_1D) ? like(it, "i-0other", it.instanceType()) : it)
                .toList());
        now = replaced(now, Parts.VOLUMES, all -> all);
        var document = Printouts.of(now);
        assertThat(Drift.between(kept(THEN, document), document).of("instances"))
                .isEmpty();
    }

    @Test
    void whatWasNotReadCannotBeToldAndIsNoDifference() throws IOException {
        var now = denied(denied(THEN, Parts.INSTANCES), Parts.IMAGES);
        var document = Printouts.of(now);
        var drift = Drift.between(kept(THEN, document), document);
        assertThat(drift.of("instances")).isEmpty();
        assertThat(drift.untold()).contains("instances");

        var other = Printouts.of(denied(THEN, Parts.INSTANCE_TYPES));
        assertThat(Drift.between(kept(THEN, other), other).differences())
                .as("cores and memory of machines that are there")
                .isEmpty();

        var back = Printouts.of(THEN);
        var again = Drift.between(kept(now, back), back);
        assertThat(again.differences()).as("read now, but not then").isEmpty();
        assertThat(again.untold()).contains("instances");
    }

    @Test
    void aBaselineThatAPersonWrote() throws IOException {
        var file = Files.writeString(folder.resolve("seed.toml"), """
                # what the architecture document says
                [[instances]]
                name = "AUTOChOp"
                type = "t3.xlarge"
                zone = "us-east-1d"
                cores = 4
                ramGib = 16.0

                [[instances]]
                name = "AutoChop"
                type = "t3.large"
                zone = "us-east-1a"

                [[hosted-zones]]
                domain = "CHECKOP.co"
                type = "public"

                [[databases]]
                name = "dbprogressus"
                multiAz = true
                """);
        var document = Printouts.of(THEN);
        var drift = Drift.between(BaselineFile.read(file, document), document);
        assertThat(drift.differences())
                .extracting(Difference::kind, Difference::table, Difference::name)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(Difference.Kind.CHANGED, "instances", "AUTOChOp"),
                        org.assertj.core.api.Assertions.tuple(Difference.Kind.ADDED, "instances", "Base ChOp"),
                        org.assertj.core.api.Assertions.tuple(Difference.Kind.CHANGED, "databases", "dbprogressus"));
        assertThat(new Sentences(Printouts.words("en")).differences(drift))
                .contains(
                        "changed · Instances: AUTOChOp · Type: t3.large → t3.xlarge",
                        "changed · Database instances: dbprogressus · Multi-AZ: yes → no");
    }

    @Test
    void aBaselineThatIsNoneSaysWhereItIsWrong() throws IOException {
        assertThat(wrong("[[servers]]\nname = \"a\"\n", "b.toml"))
                .returns(BaselineException.Reason.NO_TABLE, BaselineException::reason)
                .satisfies(it -> assertThat(it.details().getFirst()).startsWith("b.toml:1:"));
        assertThat(wrong("[[instances]]\nname = \"a\"\nram = 4\n", "c.toml"))
                .returns(BaselineException.Reason.NO_COLUMN, BaselineException::reason)
                .satisfies(it -> assertThat(it.details().getFirst()).startsWith("c.toml:3:"));
        assertThat(wrong("[[instances]]\nname = 2026-01-01\n", "d.toml"))
                .returns(BaselineException.Reason.NO_VALUE, BaselineException::reason);
        assertThat(wrong("[[instances]\n", "e.toml"))
                .returns(BaselineException.Reason.NOT_READABLE, BaselineException::reason);
        assertThat(wrong("{\"format\":\"atalaya-architecture/9\"}", "f.json"))
                .returns(BaselineException.Reason.NOT_OURS, BaselineException::reason);
        assertThat(wrong("{\"format\":", "g.json"))
                .returns(BaselineException.Reason.NOT_READABLE, BaselineException::reason);
        assertThat(wrong("instances = \"three\"\n", "h.toml"))
                .returns(BaselineException.Reason.NO_VALUE, BaselineException::reason);
    }

    private BaselineException wrong(String text, String name) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        var document = Printouts.of(THEN);
        var thrown = catchThrowableOfType(BaselineException.class, () -> BaselineFile.read(file, document));
        assertThat(thrown).as(name).isNotNull();
        return thrown;
    }

    private io.atalaya.evidence.document.drift.Baseline kept(Deployment then, Architecture now) throws IOException {
        var file = folder.resolve("architecture.json");
        Files.write(file, KeptDocument.write(Printouts.of(then)));
        return BaselineFile.read(file, now);
    }

    private static <T> Deployment replaced(Deployment in, Part<T> part, UnaryOperator<List<T>> change) {
        return Sample.with(in, part, change.apply(in.items(part)));
    }

    static <T> Deployment denied(Deployment in, Part<T> part) {
        var problem = new Problem(
                Problem.Kind.DENIED,
                "ec2:Describe" + part.id(),
                "UnauthorizedOperation",
                "You are not authorized",
                null,
                "ec2:Describe" + part.id(),
                Sample.NOW);
        return in.with(
                part,
                io.atalaya.deployment.Observed.<io.atalaya.deployment.Listing<T>>never(java.time.Duration.ofSeconds(15))
                        .failed(problem, Sample.NOW));
    }
}
