package io.atalaya.aws;

import io.atalaya.connect.Veto;
import io.atalaya.connect.VetoLog;
import io.atalaya.watch.CallPermits;
import io.atalaya.watch.Priority;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The guards' ports, remembering what they were told. */
final class Recorded implements CallPermits, VetoLog {
    final List<String> acquired = new CopyOnWriteArrayList<>();
    final List<String> throttled = new CopyOnWriteArrayList<>();
    final List<String> answered = new CopyOnWriteArrayList<>();
    final List<Veto> vetoes = new CopyOnWriteArrayList<>();

    @Override
    public void acquire(String api, Priority priority) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        acquired.add(api + " " + priority);
    }

    @Override
    public void throttled(String api) {
        throttled.add(api);
    }

    @Override
    public void answered(String api, Duration latency) {
        answered.add(api);
    }

    @Override
    public void vetoed(Veto veto) {
        vetoes.add(veto);
    }
}
