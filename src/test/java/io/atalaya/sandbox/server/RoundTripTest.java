package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.route.AwsService;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The codecs against the real clients, in every protocol. */
class RoundTripTest {
    /** What the SDK itself does not send as it was given. */
    private static final Set<String> ALTERED_BY_THE_SDK = Set.of(
            // Times in whole seconds, by an interceptor of the EC2 client.
            "DescribeSpotFleetRequestHistory",
            "RequestSpotFleet",
            // The client signs a second request to the source region and never sends SourceRegion.
            "CopySnapshot",
            "CopyDBSnapshot",
            "CopyDBClusterSnapshot",
            "CreateDBCluster",
            "CreateDBInstanceReadReplica",
            "StartDBInstanceAutomatedBackupsReplication",
            // A GET with a body, which the HTTP client leaves out.
            "DescribeAccountPreferences",
            // Shares its path with CreateToken; not routed.
            "CreateTokenWithIAM");

    @TestFactory
    Stream<DynamicTest> operationsOfTheConsoleArriveAsTheyWereSent() {
        return new RoundTrip(ConsoleOperations.registry()).tests();
    }

    /** All 1,500 operations of all services, a minute or two: the gate for a change of codec or SDK version. */
    @TestFactory
    @EnabledIfSystemProperty(named = "atalaya.everyOperation", matches = "true")
    Stream<DynamicTest> everyOperationArrivesAsItWasSent() {
        var all = new OperationRegistry();
        for (AwsService service : AwsService.values()) {
            Discovery.operations(service).stream()
                    .filter(method -> !ALTERED_BY_THE_SDK.contains(Discovery.wireName(method)))
                    .forEach(method -> Discovery.register(all, service, method));
        }
        return new RoundTrip(all).tests();
    }
}
