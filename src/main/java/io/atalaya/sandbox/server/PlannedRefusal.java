package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.route.AwsService;

/** Planned faults that are AWS errors, as the struck service words them. */
final class PlannedRefusal {
    private PlannedRefusal() {}

    static WireFault of(Fault fault, AwsService service, String operation, String principalArn) {
        return switch (fault) {
            case Fault.Throttled throttled -> ServiceFaults.throttled(service);
            case Fault.ServerError error -> ServiceFaults.serverError(service, error.status());
            case Fault.ExpiredCredentials expired -> ServiceFaults.expiredKey(service);
            case Fault.Denied denied -> ServiceFaults.denied(service, operation, principalArn, denied.resource());
            case Fault.NotImplemented missing -> ServiceFaults.unsupported(operation);
            case Fault.Refused refused -> new WireFault(refused.status(), refused.code(), refused.message());
            case Fault.Latency latency -> throw notAnError(latency);
            case Fault.Hang hang -> throw notAnError(hang);
            case Fault.DroppedConnection dropped -> throw notAnError(dropped);
            case Fault.MalformedBody malformed -> throw notAnError(malformed);
            case Fault.CutConnection cut -> throw notAnError(cut);
            case Fault.RawAnswer raw -> throw notAnError(raw);
        };
    }

    private static IllegalStateException notAnError(Fault fault) {
        return new IllegalStateException(fault + " is not an AWS error");
    }
}
