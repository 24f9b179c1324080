package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.connect.ConnectRequest;
import io.atalaya.deployment.CheckOp;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import io.atalaya.evidence.document.Head;
import io.atalaya.evidence.document.make.DocumentRun;
import io.atalaya.evidence.document.make.DocumentWish;
import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.evidence.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts rely on: the exit codes, and the files. */
class DocumentCommandTest {
    @TempDir
    Path folder;

    private Deployment deployment = CheckOp.healthy();
    private boolean signedIn = true;

    @Test
    void writesWhatIsAskedForAndAlwaysWhatIsComparedWith() {
        var out = folder.resolve("some/where");
        assertThat(run("document", "--out", out.toString(), "--format", "html,md", "--language", "pt-BR"))
                .isZero();
        assertThat(out).isDirectoryContaining("glob:**/architecture.html");
        assertThat(out.toFile().list())
                .containsExactlyInAnyOrder(
                        "architecture.html", "architecture.md", "architecture.json", "figure-1.svg", "figure-2.svg");
    }

    @Test
    void isOneWhenSomethingDiffersAlsoFromTheFileThatIsReplaced() {
        assertThat(run("document", "--out", folder.toString(), "--format", "md"))
                .isZero();
        var kept = folder.resolve("architecture.json").toString();
        assertThat(run("document", "--out", folder.toString(), "--format", "md", "--compare", kept))
                .isZero();
        deployment = Sample.with(
                deployment, Parts.INSTANCES, deployment.items(Parts.INSTANCES).subList(0, 2));
        assertThat(run("document", "--out", folder.toString(), "--format", "md", "--compare", kept))
                .isEqualTo(1);
    }

    @Test
    void isTwoForWrongArgumentsAndNothingIsWritten() throws IOException {
        var out = folder.resolve("out");
        var bad = Files.writeString(folder.resolve("bad.toml"), "[[servers]]\n").toString();
        assertThat(run("document")).isEqualTo(2);
        assertThat(run("document", "--out", out.toString(), "--format", "docx")).isEqualTo(2);
        assertThat(run("document", "--out", out.toString(), "--language", "fr")).isEqualTo(2);
        assertThat(run("document", "--out", out.toString(), "--compare", "no/such/file"))
                .isEqualTo(2);
        assertThat(run("document", "--out", out.toString(), "--compare", bad)).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void isThreeWhenItCannotBeMade() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThat(run("document", "--out", file.toString(), "--format", "md")).isEqualTo(3);
        signedIn = false;
        assertThat(run("document", "--out", folder.toString())).isEqualTo(3);
    }

    private int run(String... arguments) {
        return ConsoleCommand.run(
                new ConsoleCommand.Starter() {
                    @Override
                    public int open(ConnectRequest options) {
                        throw new IllegalStateException("no window");
                    }

                    @Override
                    public int screens(ConnectRequest options, Path out) {
                        throw new IllegalStateException("no pictures");
                    }

                    @Override
                    public int selfTest(boolean all) {
                        throw new IllegalStateException("no self-test");
                    }

                    @Override
                    public Recipes recipes() {
                        throw new IllegalStateException("no recipes");
                    }

                    @Override
                    public EvidenceRun.Made evidence(ConnectRequest options, Recipe recipe, EvidenceWish wish) {
                        throw new IllegalStateException("no evidence");
                    }

                    @Override
                    public DocumentGathering.Result document(ConnectRequest options, DocumentWish wish)
                            throws IOException {
                        return signedIn
                                ? new DocumentGathering.Result(
                                        Optional.of(DocumentRun.write(deployment, head(), wish)), "")
                                : new DocumentGathering.Result(Optional.empty(), "nobody is there");
                    }
                },
                arguments);
    }

    private static Head head() {
        return new Head("checkop", Head.Origin.AWS, null, "111122223333", null, "arn", "us-east-1", Sample.NOW, "test");
    }
}
