package io.atalaya.operate.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.atalaya.operate.journal.JournalCheck;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.journal.JournalEntry.Kind;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Consoles that are killed with SIGKILL at random moments while they act, several at once on one journal: no intent is lost, the
 * chain verifies, and what was left open is settled truly by the next console. The moments come from a seed, which is
 * reported; {@code -Datalaya.kill.seed} repeats it as far as the machine does. Each kill costs the start of a Java, so the usual
 * run has twenty; {@code mvn -Dtest=KillTest -Datalaya.kills=100 test} has a hundred.
 */
class KillTest {
    private static final int LANES = 3;
    private static final int KILLS = Integer.getInteger("atalaya.kills", 20);
    /** Longer than a line of the journal. */
    private static final int TAIL = 16 * 1024;

    @TempDir
    Path folder;

    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private final Queue<String> withoutIntent = new ConcurrentLinkedQueue<>();
    private Path journal;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        journal = folder.resolve("journal.jsonl");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/");
            if (path[1].equals("act")) {
                act(path[2], path[3], path[4]);
            }
            var text = (path[1].equals("act") ? "req" : states.getOrDefault(path[2], "running"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private void act(String lane, String operation, String id) throws IOException {
        if (!endOfJournal().contains(id)) {
            withoutIntent.add(id);
        }
        received.add(id);
        states.put(lane, operation.equals("StopInstances") ? "stopped" : "running");
    }

    private String endOfJournal() throws IOException {
        try (var file = new RandomAccessFile(journal.toFile(), "r")) {
            var from = Math.max(0, file.length() - TAIL);
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void killedAtAnyMoment(TestReporter reporter) throws Exception {
        var seed = Long.getLong("atalaya.kill.seed", System.nanoTime());
        reporter.publishEntry("seed", String.valueOf(seed));
        try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, LANES)
                    .<Callable<Integer>>mapToObj(lane -> () -> lane(lane, new Random(seed + lane)))
                    .toList();
            var kills = 0;
            for (var done : lanes.invokeAll(tasks)) {
                kills += done.get();
            }
            reporter.publishEntry("kills", String.valueOf(kills));
        }
        var check = JournalCheck.of(journal);
        reporter.publishEntry("lines", String.valueOf(check.entries().size()));
        reporter.publishEntry("settled", String.valueOf(ids(check, Kind.SETTLED).size()));
        assertThat(check.broken()).isNull();
        assertThat(check.open()).as("all are settled").isEmpty();
        assertThat(withoutIntent).as("sent before the intent was on disk").isEmpty();
        assertThat(ids(check, Kind.INTENT)).containsAll(received).doesNotHaveDuplicates();
        var ends = check.entries().stream()
                .filter(it -> it.kind() != Kind.INTENT)
                .map(JournalEntry::operation)
                .toList();
        assertThat(ends).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids(check, Kind.INTENT));
        for (var end : check.entries()) {
            if (end.kind() != Kind.INTENT && end.verdict() == Verdict.DONE) {
                assertThat(received).as("done means done").contains(end.operation());
            }
            if (end.kind() == Kind.SETTLED && end.verdict() == Verdict.UNKNOWN) {
                assertThat(received).as("what was done is seen").doesNotContain(end.operation());
            }
        }
        assertThat(ids(check, Kind.SETTLED)).as("kills hit acts").isNotEmpty();
    }

    /** A limit on the size of files stops a writer in the middle of a line, as a full disk does. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aFullDiskLetsNothingOut() throws Exception {
        var command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 32; exec \"$@\"", "sh"));
        command.addAll(command("full", "full"));
        command.add(6, "-XX:-UsePerfData"); // a file as well
        var console = start("full", command);
        assertThat(ready(console)).isEqualTo("NOT_SENT");
        assertThat(console.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(withoutIntent).isEmpty();
        var full = JournalCheck.of(journal);
        assertThat(full.broken()).isNull();
        assertThat(received).isNotEmpty().isSubsetOf(ids(full, Kind.INTENT));
        var next = start("full", command("full", "settle"));
        assertThat(next.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var check = JournalCheck.of(journal);
        assertThat(check.broken()).isNull();
        assertThat(check.open()).isEmpty();
    }

    private static List<String> ids(JournalCheck check, Kind kind) {
        return check.entries().stream()
                .filter(it -> it.kind() == kind)
                .map(JournalEntry::operation)
                .toList();
    }

    /** One console after the other; each settles what the one before it left. */
    private int lane(int lane, Random random) throws Exception {
        var kills = KILLS / LANES + (lane < KILLS % LANES ? 1 : 0);
        for (int i = 0; i < kills; i++) {
            var console = console("lane" + lane);
            if (random.nextInt(5) > 0) {
                assertThat(ready(console)).isEqualTo("ready");
                console.waitFor(random.nextInt(60), TimeUnit.MILLISECONDS);
            } else {
                console.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS); // while it starts or settles
            }
            assertThat(console.isAlive()).as("it ends by being killed only").isTrue();
            console.destroyForcibly();
            assertThat(console.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        var last = console("lane" + lane, "settle");
        assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).isZero();
        return kills;
    }

    private Process console(String lane, String... more) throws IOException {
        return start(lane, command(lane, more));
    }

    private Process start(String lane, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(folder.resolve(lane + ".err").toFile())
                .start();
    }

    private List<String> command(String lane, String... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledConsole.class.getName(),
                journal.toString(),
                "http://127.0.0.1:" + server.getAddress().getPort(),
                lane));
        command.addAll(List.of(more));
        return command;
    }

    /** The first thing that it says. */
    private static String ready(Process console) throws Exception {
        var said = console.inputReader(StandardCharsets.UTF_8);
        return CompletableFuture.supplyAsync(
                        () -> said.lines()
                                .filter(line -> line.startsWith(KilledConsole.SAYS))
                                .findFirst()
                                .orElse(KilledConsole.SAYS + "nothing"),
                        Thread::startVirtualThread)
                .get(60, TimeUnit.SECONDS)
                .substring(KilledConsole.SAYS.length());
    }
}
