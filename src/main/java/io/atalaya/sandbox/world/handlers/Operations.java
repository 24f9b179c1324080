package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.World;
import software.amazon.awssdk.core.SdkPojo;

/** Registers the operations of one service so that each finds the world of the region it was asked in. */
final class Operations {
    private final OperationRegistry registry;
    private final Cloud cloud;
    private final String service;
    private final boolean regional;

    private Operations(OperationRegistry registry, Cloud cloud, String service, boolean regional) {
        this.registry = registry;
        this.cloud = cloud;
        this.service = service;
        this.regional = regional;
    }

    /** A service whose answers depend on the region in the credential scope. */
    static Operations regional(OperationRegistry registry, Cloud cloud, String service) {
        return new Operations(registry, cloud, service, true);
    }

    /** A service that answers the same everywhere (IAM, Route 53, STS). */
    static Operations global(OperationRegistry registry, Cloud cloud, String service) {
        return new Operations(registry, cloud, service, false);
    }

    <I extends SdkPojo, O extends SdkPojo> Operations on(
            String wireName, Class<I> request, Class<O> response, WorldHandler<I, O> handler) {
        registry.on(service, wireName, request, response, (input, call) -> {
            World world = regional ? cloud.in(call.region()) : cloud.home();
            return world.ask(() -> handler.answer(world, input, call));
        });
        return this;
    }
}
