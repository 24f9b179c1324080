package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.connect.ConnectRequest;
import io.atalaya.evidence.capsule.Capsules;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.Origin;
import io.atalaya.evidence.document.make.DocumentWish;
import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.evidence.recipe.Recipes;
import io.atalaya.operate.journal.Journal;
import io.atalaya.operate.journal.JournalEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
    private final List<Object> started = new ArrayList<>();

    @Test
    void withoutOptionsTheSandboxIsOpened() {
        assertThat(run()).isZero();
        assertThat(started).containsExactly(ConnectRequest.unnamed());
        assertThat(Program.orSandbox(ConnectRequest.unnamed())).isEqualTo(ConnectRequest.sandbox("checkop"));
    }

    @Test
    void optionsAreThoseOfTheAwsCli() {
        assertThat(run("--profile", "prod", "--region", "sa-east-1")).isZero();
        assertThat(run("--endpoint-url", "http://127.0.0.1:5000", "--region", "us-east-1", "screens", "--out", "here"))
                .isZero();
        assertThat(started)
                .containsExactly(
                        ConnectRequest.profile("prod").in("sa-east-1"),
                        ConnectRequest.unnamed().in("us-east-1").at(URI.create("http://127.0.0.1:5000")),
                        Path.of("here"));
    }

    @Test
    void theNameOfTheSandboxMayBeLeftOut() {
        assertThat(run("--sandbox")).isZero();
        assertThat(run("--sandbox", "screens")).isZero();
        assertThat(started)
                .containsExactly(
                        ConnectRequest.sandbox("checkop"),
                        ConnectRequest.sandbox("checkop"),
                        Path.of("target", "screens"));
    }

    @Test
    void aFleetHasTheSizeOneSays() {
        assertThat(run("--sandbox", "fleet", "--instances", "10000")).isZero();
        assertThat(run("screens", "--sandbox", "fleet", "--instances", "60", "--out", "here"))
                .isZero();
        assertThat(started)
                .containsExactly(
                        ConnectRequest.sandbox("fleet:10000"), ConnectRequest.sandbox("fleet:60"), Path.of("here"));
    }

    @Test
    void whatCannotBeUnderstoodStartsNothing() {
        assertThat(run("--instances", "100")).isEqualTo(2);
        assertThat(run("--sandbox", "checkop", "--instances", "100")).isEqualTo(2);
        assertThat(run("--sandbox", "fleet", "--instances", "3")).isEqualTo(2);
        assertThat(run("--bogus")).isEqualTo(2);
        assertThat(run("--endpoint-url", "somewhere")).isEqualTo(2);
        assertThat(run("--endpoint-url", "ftp://127.0.0.1")).isEqualTo(2);
        assertThat(run("--endpoint-url", "s://127.0.0.1")).isEqualTo(2);
        assertThat(run("--endpoint-url", "127.0.0.1:5000")).isEqualTo(2);
        assertThat(run("--sandbox", "nowhere", "screens")).isEqualTo(2);
        assertThat(run("--sandbox", "checkop", "--profile", "prod")).isEqualTo(2);
        assertThat(started).isEmpty();
    }

    @Test
    void aJournalIsVerified(@TempDir Path folder) throws IOException {
        var file = folder.resolve("journal.jsonl");
        var journal = new Journal(file);
        for (int i = 0; i < 3; i++) {
            journal.append(intent("op" + i));
        }
        assertThat(run("journal", "verify", file.toString())).isZero();
        assertThat(run("journal", "verify", "--json", file.toString())).isZero();
        Files.writeString(file, Files.readString(file).replace("\"op1\"", "\"op7\""));
        assertThat(run("journal", "verify", file.toString())).isEqualTo(1);
        var said = new StringWriter();
        assertThat(new CommandLine(new ConsoleCommand(starter()))
                        .addSubcommand(new JournalCommand(it -> it))
                        .setOut(new PrintWriter(said))
                        .execute("journal", "verify", "--json", file.toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("\"good\":false", "\"broken\":{\"line\":2,\"fault\":\"CHANGED\"}");
        assertThat(run("journal", "verify", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(run("journal", "verify")).isEqualTo(2);
        assertThat(run("journal")).isEqualTo(2);
        assertThat(started).isEmpty();
    }

    @Test
    void capsulesAreVerified(@TempDir Path folder) throws IOException {
        var capsules = new Capsules(folder);
        var first = capsules.next().toString();
        var second = capsules.next().toString();
        var chain = capsules.chain().toString();
        assertThat(run("verify", first, second)).isZero();
        assertThat(run("verify", "--chain", chain, "--key", capsules.fingerprint(), first, second))
                .isZero();
        assertThat(run(
                        "verify",
                        "--key",
                        folder.resolve("evidence/public-key.pem").toString(),
                        "--json",
                        first))
                .isZero();
        assertThat(said("verify", "--chain", chain, first)).startsWith("1 ").contains("capsule 2 is missing");
        assertThat(said("verify", "--key", "0".repeat(64), first))
                .startsWith("1 ")
                .contains("another key");
        var bytes = Files.readAllBytes(Path.of(first));
        bytes[40] ^= 1;
        Files.write(Path.of(first), bytes);
        assertThat(said("verify", first)).startsWith("1 ").contains("model/instances.json");
        assertThat(said("verify", "--json", first)).contains("\"verdict\":\"AT_FAULT\"", "model/instances.json");
        var sandbox = new Origin(Origin.Kind.SANDBOX, null, "checkop", "", null, "", "us-east-1");
        var practice = capsules.next(Capsules.items(1), sandbox, null).toString();
        assertThat(said("verify", practice)).startsWith("3 ").contains("SANDBOX");
        assertThat(run("verify", "--allow-not-aws", practice)).isZero();
        assertThat(run("verify")).isEqualTo(2);
        assertThat(run("verify", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(run("verify", "--key", chain, first)).isEqualTo(2);
        assertThat(run("verify", "--chain", first, first)).isEqualTo(2);
        assertThat(run("verify", "--tsa", chain, first)).isEqualTo(2);
        assertThat(started).isEmpty();
    }

    @Test
    void capsulesAreCompared(@TempDir Path folder) throws IOException {
        var capsules = new Capsules(folder);
        var first = capsules.next(instance("running", "PASS"), Capsules.AWS, null);
        var second = capsules.next(instance("stopped", "FAIL"), Capsules.AWS, null);
        assertThat(said("compare", first.toString(), first.toString()))
                .startsWith("0 ")
                .contains("Nothing changed.");
        assertThat(said("compare", first.toString(), second.toString()))
                .startsWith("1 ")
                .contains("claim backups: pass -> FAIL", "instances: 0 came, 0 went, 1 changed", "  ~ i-1")
                .contains("      state: running -> stopped");
        assertThat(said("compare", "--json", first.toString(), second.toString()))
                .contains("{\"field\":\"state\",\"then\":\"running\",\"now\":\"stopped\"}", "\"intact\":[true,true]");
        var bytes = Files.readAllBytes(second);
        bytes[60] ^= 1;
        Files.write(second, bytes);
        assertThat(said("compare", first.toString(), second.toString()))
                .startsWith("3 ")
                .contains(".json was changed", "Not compared")
                .doesNotContain("->");
        assertThat(run("compare", first.toString())).isEqualTo(2);
        assertThat(run("compare", first.toString(), folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(started).isEmpty();
    }

    private static Map<String, String> instance(String state, String verdict) {
        return Map.of(
                "model/instances.json",
                "{\"part\":\"instances\",\"complete\":true,\"items\":[{\"id\":\"i-1\",\"state\":\"" + state + "\"}]}",
                "claims.json",
                "[{\"claim\":\"backups\",\"verdict\":\"" + verdict + "\",\"points\":[]}]");
    }

    @Test
    void evidenceIsMadeByARecipe() {
        assertThat(run("--sandbox", "evidence", "--list")).isZero();
        assertThat(run("evidence")).isEqualTo(2);
        assertThat(run("evidence", "--recipe", "none", "--out", "x.zip")).isEqualTo(2);
        assertThat(run("evidence", "--out", "x.zip", "--tsa-url", "ftp://a")).isEqualTo(2);
        assertThat(started).isEmpty();
        assertThat(run("evidence", "--profile", "prod", "--recipe", "claims", "--out", "x.zip", "--mask", "Owner"))
                .isEqualTo(1);
        assertThat(started)
                .containsExactly(
                        ConnectRequest.profile("prod"),
                        "claims",
                        new EvidenceWish("claims", Path.of("x.zip"), null, null, List.of("Owner")));
    }

    private String said(String... arguments) {
        var said = new StringWriter();
        int exit = new CommandLine(new ConsoleCommand(starter()))
                .addSubcommand(new VerifyCommand(it -> it))
                .addSubcommand(new CompareCommand(it -> it))
                .setOut(new PrintWriter(said))
                .execute(arguments);
        return exit + " " + said;
    }

    private static JournalEntry intent(String operation) {
        return new JournalEntry(
                Instant.EPOCH,
                JournalEntry.Kind.INTENT,
                operation,
                "StopInstance",
                "ec2:StopInstances",
                "",
                "us-east-1",
                null,
                "",
                "i-1",
                "",
                List.of(),
                null,
                "",
                List.of(),
                null,
                "",
                "");
    }

    @Test
    void asksWhetherTheProgramIsWholeAndHandsOnTheAnswer() {
        assertThat(run("--self-test")).isEqualTo(1);
        assertThat(run("--self-test=start")).isEqualTo(1);
        assertThat(started).containsExactly(false, true);
    }

    private int run(String... arguments) {
        return ConsoleCommand.run(starter(), arguments);
    }

    private ConsoleCommand.Starter starter() {
        return new ConsoleCommand.Starter() {
            @Override
            public int open(ConnectRequest request) {
                started.add(request);
                return 0;
            }

            @Override
            public int selfTest(boolean onlyTheStart) {
                started.add(onlyTheStart);
                return 1;
            }

            @Override
            public int screens(ConnectRequest request, Path out) {
                started.add(request);
                started.add(out);
                return 0;
            }

            @Override
            public Recipes recipes() {
                return new Recipes(Path.of("nowhere"));
            }

            @Override
            public EvidenceRun.Made evidence(ConnectRequest request, Recipe recipe, EvidenceWish wish)
                    throws IOException {
                started.add(request);
                started.add(recipe.name());
                started.add(wish);
                throw new EvidenceException(EvidenceException.Reason.INCOMPLETE, "instances: denied");
            }

            @Override
            public DocumentGathering.Result document(ConnectRequest request, DocumentWish wish) {
                started.add(request);
                started.add(wish);
                return new DocumentGathering.Result(Optional.empty(), "nobody signs in");
            }
        };
    }
}
