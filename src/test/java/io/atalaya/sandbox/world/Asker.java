package io.atalaya.sandbox.world;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.Handler;
import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.world.checkop.Checkop;
import io.atalaya.sandbox.world.handlers.AllOperations;
import io.atalaya.sandbox.world.sim.Account;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** Asks the handlers of a world directly, without a wire between: checkop's, unless another one is named. */
public final class Asker {
    private final ManualClock clock;
    private final Cloud cloud;
    private final OperationRegistry registry = new OperationRegistry();
    private String region;
    private String accessKeyId = "";

    public Asker(Story story, Instant start) {
        this(new Checkop(), story, start);
    }

    public Asker(Deployment deployment, Story story, Instant start) {
        this.clock = new ManualClock(start);
        this.region = deployment.region();
        var account = new Account(deployment.accountId(), deployment.accountAlias(), deployment.region());
        this.cloud = Clouds.build(deployment, account, 7, clock, story);
        AllOperations.register(registry, cloud);
    }

    public static Asker calm() {
        return new Asker(Story.CALM, ManualClock.PICTURE);
    }

    public ManualClock clock() {
        return clock;
    }

    public Cloud cloud() {
        return cloud;
    }

    public World world() {
        return cloud.home();
    }

    public Asker in(String otherRegion) {
        region = otherRegion;
        return this;
    }

    public Asker as(String key) {
        accessKeyId = key;
        return this;
    }

    /** The answer of the operation whose request class this is; the wire name is the class name's. */
    public <O extends SdkPojo> O ask(SdkPojo request, Class<O> responseType) {
        Class<?> type = request.getClass();
        List<OperationRegistry.Registered<?, ?>> found = registry.all().stream()
                .filter(r -> r.requestType().equals(type))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("no operation takes " + type);
        }
        return responseType.cast(answer(found.getFirst(), request));
    }

    private <I extends SdkPojo, O extends SdkPojo> O answer(
            OperationRegistry.Registered<I, O> operation, SdkPojo request) {
        Handler<I, O> handler = operation.handler();
        return handler.answer(
                operation.requestType().cast(request),
                new Call(operation.service(), operation.wireName(), region, accessKeyId, "req-1", clock.instant()));
    }
}
