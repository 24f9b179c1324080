package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.fault.FaultPlan;
import io.atalaya.sandbox.server.tail.LiveTailFeed;
import java.time.Clock;

/** Parts of a server for tests: everyone may call, nothing goes wrong, all clocks are the system's. */
final class TestParts {
    static final String MARTA = "arn:aws:iam::123456789012:user/marta";

    private TestParts() {}

    static ServerParts of(OperationRegistry registry) {
        return with(registry, AccessKeys.anyone(MARTA), new FaultPlan());
    }

    static ServerParts with(OperationRegistry registry, FaultPlan faults) {
        return with(registry, AccessKeys.anyone(MARTA), faults);
    }

    static ServerParts with(OperationRegistry registry, AccessKeys keys, FaultPlan faults) {
        return new ServerParts(
                registry,
                keys,
                faults,
                new Wire(WireFilter.NONE),
                RequestLog.byName(),
                LiveTailFeed.silent(),
                CallWitness.none(),
                Clock.systemUTC(),
                Clock.systemUTC());
    }

    static ServerParts with(LiveTailFeed feed) {
        ServerParts plain = of(new OperationRegistry());
        return new ServerParts(
                plain.registry(),
                plain.keys(),
                plain.faults(),
                plain.wire(),
                plain.log(),
                feed,
                plain.witness(),
                plain.world(),
                plain.wall());
    }

    static ServerParts at(OperationRegistry registry, Clock wall) {
        ServerParts plain = of(registry);
        return new ServerParts(
                registry,
                plain.keys(),
                plain.faults(),
                plain.wire(),
                plain.log(),
                plain.liveTail(),
                plain.witness(),
                plain.world(),
                wall);
    }
}
