package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.route.AwsService;
import java.util.List;

/** Which operations only read, by their names: AWS begins the names of reads in few ways. */
final class ReadNames {
    private static final List<String> BEGINNINGS = List.of(
            "Describe",
            "List",
            "Get",
            "Filter",
            "Lookup",
            "Search",
            "Simulate",
            "TestDNSAnswer",
            "TestMetricFilter",
            "Download",
            "BatchGet",
            "StartQuery",
            "StopQuery",
            "StartLiveTail");

    private ReadNames() {}

    static boolean isRead(AwsService service, String operation) {
        // Signing in makes sessions and registers clients, which changes no deployment.
        boolean signIn = service == AwsService.STS || !service.isSigned();
        return signIn || BEGINNINGS.stream().anyMatch(operation::startsWith);
    }
}
