package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.watch.RefreshLoop;
import io.atalaya.watch.VirtualTime;
import java.time.Duration;

/** CheckOP in simulated time, read over the wire as the console does, the NOC's metrics too; for benchmarks of other rooms. */
public final class WallWire implements AutoCloseable {
    private final Wire wire;

    public WallWire(Catalogue catalogue) {
        wire = new Wire(PageSize.LARGEST, Duration.ofSeconds(20), "checkop", catalogue);
        wire.loop().start();
    }

    public VirtualTime time() {
        return wire.time;
    }

    public RefreshLoop loop() {
        return wire.loop();
    }

    public Deployment deployment() {
        return wire.deployment();
    }

    /** The sandbox is in this process too, and keeps what it was asked. */
    public void forgetRequests() {
        wire.sandbox.requests().forget();
    }

    public long calls() {
        return wire.sandbox.requests().total();
    }

    @Override
    public void close() {
        wire.close();
    }
}
