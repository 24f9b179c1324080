package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.codec.Codec;
import io.atalaya.sandbox.server.codec.Pojos;
import io.atalaya.sandbox.server.http.IncomingRequest;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.sandbox.server.route.Route;
import io.atalaya.sandbox.server.tail.LiveTailFeed;
import io.atalaya.sandbox.server.tail.LiveTailSession;
import io.atalaya.sandbox.server.tail.TailFaults;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailRequest;

/** The one operation whose answer is a stream, which therefore has no handler in the registry. */
final class LiveTailCall {
    /** AWS allows ten log groups a session. */
    private static final int MOST_GROUPS = 10;

    private LiveTailCall() {}

    static boolean isFor(Route route) {
        return route.service() == AwsService.LOGS && route.operation().equals("StartLiveTail");
    }

    static LiveTailSession open(IncomingRequest request, Codec codec, Call call, LiveTailFeed feed, TailFaults faults) {
        SdkPojo builder = Pojos.builderOf(StartLiveTailRequest.class);
        codec.read(request, Map.of(), builder);
        var start = (StartLiveTailRequest) Pojos.build(builder);
        int groups = start.logGroupIdentifiers().size();
        if (groups == 0 || groups > MOST_GROUPS) {
            throw invalid(
                    "1 validation error detected: Value at 'logGroupIdentifiers' failed to satisfy constraint: Member must"
                            + " have length between 1 and " + MOST_GROUPS);
        }
        boolean byStream = start.hasLogStreamNames() || start.hasLogStreamNamePrefixes();
        if (byStream && groups > 1) {
            throw invalid("Log stream names and prefixes are allowed with a single log group only");
        }
        if (start.hasLogStreamNames() && start.hasLogStreamNamePrefixes()) {
            throw invalid("LogStreamNames and LogStreamNamePrefixes cannot be given together");
        }
        start.logGroupIdentifiers().stream()
                .filter(id -> !id.startsWith("arn:") || id.endsWith("*"))
                .findFirst()
                .ifPresent(id -> {
                    throw invalid("The log group identifier must be an ARN and must not end with an asterisk: " + id);
                });
        return LiveTailSession.open(start, call.requestId(), feed, faults)
                .orElseThrow(() -> new WireFault(
                        400,
                        "LimitExceededException",
                        "The account has reached its limit of concurrent Live Tail sessions."));
    }

    private static WireFault invalid(String message) {
        return new WireFault(400, "InvalidParameterException", message);
    }
}
