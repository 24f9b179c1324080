package io.atalaya.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.server.RoundTrip;
import io.atalaya.sandbox.world.Clouds;
import io.atalaya.sandbox.world.Story;
import io.atalaya.sandbox.world.handlers.AllOperations;
import io.atalaya.sandbox.world.sim.Account;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every operation the sandbox answers, over the wire and back, whatever its request and response hold. */
class RegisteredOperationsTest {
    @TestFactory
    Stream<DynamicTest> arriveAsTheyWereSent() {
        var deployment = Deployments.named("checkop");
        var account = new Account(deployment.accountId(), deployment.accountAlias(), deployment.region());
        var registry = new OperationRegistry();
        AllOperations.register(registry, Clouds.build(deployment, account, 7, InstantSource.system(), Story.CALM));
        assertThat(registry.all()).isNotEmpty();
        return new RoundTrip(registry).tests();
    }
}
