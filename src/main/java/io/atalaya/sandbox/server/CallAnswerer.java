package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.codec.Codec;
import io.atalaya.sandbox.server.codec.MalformedInputException;
import io.atalaya.sandbox.server.codec.Pojos;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.http.OutgoingResponse;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkPojo;

/** Answers a call in its protocol: sign-in, then the operation's handler, or the error in AWS's words. */
final class CallAnswerer {
    private static final Logger LOG = LoggerFactory.getLogger(CallAnswerer.class);

    private final ServerParts parts;
    private final Authentication authentication;
    private final OperationIndex operations;

    CallAnswerer(ServerParts parts) {
        this.parts = parts;
        this.authentication = new Authentication(parts.keys(), parts.wall());
        this.operations = new OperationIndex(parts.registry());
    }

    /** One step of answering; may end in an AWS error. */
    @FunctionalInterface
    private interface Work {
        Outcome outcome(Codec codec, Call call);
    }

    /** @param streamEnd ends the stream that the answer may be */
    Outcome answer(Arrival arrival, CountDownLatch streamEnd) {
        return guarded(arrival, (codec, call) -> {
            authentication.principal(arrival);
            if (LiveTailCall.isFor(arrival.route())) {
                var session = LiveTailCall.open(
                        arrival.request(),
                        codec,
                        call,
                        parts.liveTail(),
                        parts.faults().tails());
                return new Outcome.Stream(session, streamEnd);
            }
            var operation = operations
                    .find(arrival.service(), arrival.operation())
                    .orElseThrow(
                            () -> ServiceFaults.unknownOperation(arrival.route().protocol(), arrival.operation()));
            return new Outcome.Answer(handle(operation, arrival, codec, call));
        });
    }

    /** Answers with a planned AWS error, which comes after sign-in as IAM's and the services' own do. */
    Outcome refuse(Arrival arrival, Fault refusal) {
        return guarded(arrival, (codec, call) -> {
            String principal = authentication.principal(arrival);
            WireFault fault = PlannedRefusal.of(refusal, arrival.service(), arrival.operation(), principal);
            if (!(refusal instanceof Fault.ExpiredCredentials)) { // nobody knows then who it was
                operations
                        .find(arrival.service(), arrival.operation())
                        .ifPresent(
                                operation -> witness(arrival, call, request(operation, arrival, codec), null, fault));
            }
            throw fault;
        });
    }

    private Outcome guarded(Arrival arrival, Work work) {
        Codec codec = Codecs.of(arrival.route());
        var call = new Call(
                arrival.service().signingName(),
                arrival.operation(),
                arrival.region(),
                arrival.accessKeyId(),
                UUID.randomUUID().toString(),
                parts.world().instant());
        try {
            return work.outcome(codec, call);
        } catch (WireFault fault) {
            return answer(codec, fault, call);
        } catch (MalformedInputException e) {
            String message = String.valueOf(e.getMessage());
            return answer(codec, ServiceFaults.malformed(arrival.route().protocol(), message), call);
        } catch (RuntimeException e) {
            // The handler's own fault; what the request carried stays out of the log.
            LOG.error("sandbox {} {} failed", arrival.service(), arrival.operation(), e);
            return answer(codec, ServiceFaults.serverError(arrival.service(), 500), call);
        }
    }

    private static Outcome answer(Codec codec, WireFault fault, Call call) {
        String message = String.valueOf(fault.getMessage());
        return new Outcome.Answer(
                codec.writeFault(fault.status(), fault.code(), message, fault.details(), call.requestId()));
    }

    private <I extends SdkPojo, O extends SdkPojo> OutgoingResponse handle(
            OperationRegistry.Registered<I, O> operation, Arrival arrival, Codec codec, Call call) {
        SdkPojo sent = request(operation, arrival, codec);
        WireFilter wire = parts.wire().filter();
        SdkPojo request = wire.request(call, sent);
        O response;
        try {
            response = operation.handler().answer(operation.requestType().cast(request), call);
        } catch (WireFault refusal) {
            witness(arrival, call, sent, null, refusal);
            throw refusal;
        }
        witness(arrival, call, sent, response, null);
        return codec.write(operation.wireName(), wire.answer(call, response), call.requestId());
    }

    private static SdkPojo request(OperationRegistry.Registered<?, ?> operation, Arrival arrival, Codec codec) {
        SdkPojo builder = Pojos.builderOf(operation.requestType());
        codec.read(arrival.request(), arrival.route().pathParameters(), builder);
        return Pojos.build(builder);
    }

    private void witness(
            Arrival arrival, Call call, SdkPojo request, @Nullable SdkPojo answer, @Nullable WireFault refusal) {
        if (!ReadNames.isRead(arrival.service(), arrival.operation())) {
            parts.witness().answered(call, request, answer, refusal);
        }
    }
}
