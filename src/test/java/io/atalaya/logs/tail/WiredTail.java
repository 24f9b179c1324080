package io.atalaya.logs.tail;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.CallLog;
import io.atalaya.aws.ClientFactory;
import io.atalaya.aws.ClientSettings;
import io.atalaya.aws.Endpoints;
import io.atalaya.aws.Guards;
import io.atalaya.aws.HttpClients;
import io.atalaya.aws.logs.CloudWatchLiveTails;
import io.atalaya.aws.logs.CloudWatchLogReads;
import io.atalaya.logs.LogEvent;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.ledger.Ledger;
import io.atalaya.logs.store.Limits;
import io.atalaya.logs.store.LogStore;
import io.atalaya.logs.store.RecordFile;
import io.atalaya.logs.store.StoredEvents;
import io.atalaya.logs.understand.Understanding;
import io.atalaya.watch.CallPermits;
import io.atalaya.watch.ExecutorScheduler;
import io.atalaya.watch.Priority;
import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** A tail of an endpoint through the real client, with a store on disk. */
public final class WiredTail implements AutoCloseable {
    private static final CallPermits UNLIMITED = new CallPermits() {
        @Override
        public void acquire(String api, Priority priority) {}

        @Override
        public void throttled(String api) {}

        @Override
        public void answered(String api, Duration latency) {}
    };

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorScheduler scheduler =
            new ExecutorScheduler(Thread.ofPlatform().daemon().name("tail-test").factory());
    private final HttpClients http = new HttpClients();
    private final ClientFactory clients;
    private final LogStore store;
    private final RecordFile records;
    public final Ledger ledger;
    public final TailSession session;

    public WiredTail(
            URI endpoint,
            AwsCredentialsProvider credentials,
            @Nullable String account,
            Path folder,
            TailPlan plan,
            TailSettings settings) {
        var clock = InstantSource.system();
        clients = new ClientFactory(
                ClientSettings.of("us-east-1", Endpoints.of(endpoint))
                        .withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(10)),
                credentials,
                Guards.of(veto -> {}, UNLIMITED, new CallLog(clock), clock),
                http);
        store = LogStore.create(folder, Limits.USUAL);
        records = RecordFile.open(folder.resolve("ledger.rec"));
        ledger = new Ledger(clock, records::append);
        var problems = new AwsProblems(clock, false);
        session = new TailSession(
                plan,
                new TailSessions.Ports(
                        new CloudWatchLiveTails(() -> clients, problems, executor, clock),
                        new CloudWatchLogReads(() -> clients, problems, account)),
                new StoreLog(store),
                ledger,
                Understanding::read,
                new TailTools(clock, System::nanoTime, scheduler, executor, new Random(1)),
                settings);
    }

    /** Fast enough for a test: settled after a second, late after three. */
    public static TailSettings fast() {
        return TailSettings.defaults()
                .paced(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMillis(300), Duration.ofMillis(100));
    }

    /** Waits until something holds, looked at whenever the tail tells of itself. */
    public void await(String what, Duration longest, BooleanSupplier condition)
            throws InterruptedException, ExecutionException, TimeoutException {
        var met = new CompletableFuture<String>();
        Runnable look = () -> {
            if (condition.getAsBoolean()) {
                met.complete(what);
            }
        };
        session.listen(look);
        try {
            met.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            var open = ledger.gaps().stream()
                    .filter(gap -> gap.state() != Gap.State.CLOSED)
                    .toList();
            throw new TimeoutException(what + ": " + shown().size() + " shown, " + open + ", " + session.status());
        } finally {
            session.unlisten(look);
        }
    }

    /** All that is shown, in order of time. */
    public List<LogEvent> shown() {
        return shown(store);
    }

    static List<LogEvent> shown(StoredEvents events) {
        var shown = new ArrayList<LogEvent>();
        for (long position = 0; position < events.size(); position++) {
            var id = events.idAt(position);
            var stream = events.streamName(events.stream(id));
            var text = new String(events.text(id).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
            shown.add(new LogEvent(stream.group(), stream.stream(), events.timestamp(id), events.ingested(id), text));
        }
        return shown;
    }

    /** Everything that FilterLogEvents has of a group, by the same client. */
    public List<LogEvent> truth(TailedGroup group, long from, long to) {
        var reads = new CloudWatchLogReads(() -> clients, new AwsProblems(InstantSource.system(), false), null);
        var all = new ArrayList<LogEvent>();
        String token = null;
        do {
            var answer = reads.read(new LogReads.Query(group, from, to, null, token, true));
            if (!(answer instanceof LogReads.Answer.Page page)) {
                throw new AssertionError(answer);
            }
            all.addAll(page.events());
            token = page.next();
        } while (token != null);
        return all;
    }

    @Override
    public void close() {
        session.close();
        executor.shutdownNow();
        scheduler.close();
        clients.close();
        http.close();
        records.close();
        store.close();
    }
}
