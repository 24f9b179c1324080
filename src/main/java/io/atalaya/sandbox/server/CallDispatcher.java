package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.codec.Codec;
import io.atalaya.sandbox.server.codec.MalformedInputException;
import io.atalaya.sandbox.server.codec.Pojos;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.Strike;
import io.atalaya.sandbox.server.http.IncomingRequest;
import io.atalaya.sandbox.server.http.OutgoingResponse;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.sandbox.server.route.CredentialScope;
import io.atalaya.sandbox.server.route.Route;
import io.atalaya.sandbox.server.route.ServiceRouter;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkPojo;

/** Takes a request from its route over sign-in and planned faults to its handler and back. */
final class CallDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(CallDispatcher.class);

    /** What the SDK takes an unsigned call to be in; such calls name no region. */
    private static final String DEFAULT_REGION = "us-east-1";

    private final ServerParts parts;
    private final Authentication authentication;
    private final OperationIndex operations;

    CallDispatcher(ServerParts parts) {
        this.parts = parts;
        this.authentication = new Authentication(parts.keys(), parts.wall());
        this.operations = new OperationIndex(parts.registry());
    }

    /** @throws InterruptedException when the server closes while a planned fault keeps the call waiting */
    Outcome dispatch(IncomingRequest request) throws InterruptedException {
        Optional<CredentialScope> scope = CredentialScope.of(request);
        Optional<Route> found = ServiceRouter.route(request, scope);
        if (found.isEmpty()) {
            return new Outcome.Answer(UnknownService.answer(request));
        }
        Route route = found.get();
        String accessKeyId = scope.map(CredentialScope::accessKeyId).orElse("");
        Strike strike = parts.faults().strike(route.service(), route.operation());
        parts.log()
                .add(
                        route.service(),
                        route.operation(),
                        accessKeyId,
                        parts.wall().instant());
        strike.delay();
        return struck(strike, request, route, scope);
    }

    private Outcome struck(Strike strike, IncomingRequest request, Route route, Optional<CredentialScope> scope)
            throws InterruptedException {
        Optional<Fault> decisive = strike.decisive();
        if (decisive.isEmpty()) {
            return answer(request, route, scope, decisive);
        }
        return switch (decisive.get()) {
            case Fault.Hang hang -> {
                strike.hang();
                yield new Outcome.Drop();
            }
            case Fault.DroppedConnection dropped -> new Outcome.Drop();
            case Fault.RawAnswer raw ->
                new Outcome.Answer(OutgoingResponse.text(raw.status(), raw.contentType(), raw.body()));
            case Fault.MalformedBody malformed ->
                answer(request, route, scope, Optional.empty()) instanceof Outcome.Answer whole
                        ? new Outcome.Answer(whole.response().cutOff())
                        : new Outcome.Drop();
            case Fault.CutConnection cut ->
                answer(request, route, scope, Optional.empty()) instanceof Outcome.Answer whole
                        ? new Outcome.Cut(whole.response())
                        : new Outcome.Drop();
            default -> answer(request, route, scope, decisive);
        };
    }

    private Outcome answer(
            IncomingRequest request, Route route, Optional<CredentialScope> scope, Optional<Fault> refusal) {
        Codec codec = Codecs.of(route);
        String requestId = UUID.randomUUID().toString();
        AwsService service = route.service();
        try {
            String principal = authentication.principal(request, route, scope);
            if (refusal.isPresent()) {
                throw PlannedRefusal.of(refusal.get(), service, route.operation(), principal);
            }
            var call = new Call(
                    service.signingName(),
                    route.operation(),
                    scope.map(CredentialScope::region).orElse(DEFAULT_REGION),
                    scope.map(CredentialScope::accessKeyId).orElse(""),
                    requestId,
                    parts.world().instant());
            if (LiveTailCall.isFor(route)) {
                return new Outcome.Stream(LiveTailCall.open(request, codec, call, parts.liveTail()));
            }
            var operation = operations
                    .find(service, route.operation())
                    .orElseThrow(() -> ServiceFaults.unknownOperation(route.protocol(), route.operation()));
            return new Outcome.Answer(handle(operation, request, route, codec, call));
        } catch (WireFault fault) {
            return new Outcome.Answer(
                    codec.writeFault(fault.status(), fault.code(), String.valueOf(fault.getMessage()), requestId));
        } catch (MalformedInputException e) {
            WireFault fault = ServiceFaults.malformed(route.protocol(), String.valueOf(e.getMessage()));
            return new Outcome.Answer(
                    codec.writeFault(fault.status(), fault.code(), String.valueOf(fault.getMessage()), requestId));
        } catch (RuntimeException e) {
            // The handler's own fault; what the request carried stays out of the log.
            LOG.error("sandbox {} {} failed", service, route.operation(), e);
            WireFault fault = ServiceFaults.serverError(service, 500);
            return new Outcome.Answer(
                    codec.writeFault(fault.status(), fault.code(), String.valueOf(fault.getMessage()), requestId));
        }
    }

    private static <I extends SdkPojo, O extends SdkPojo> OutgoingResponse handle(
            OperationRegistry.Registered<I, O> operation,
            IncomingRequest request,
            Route route,
            Codec codec,
            Call call) {
        SdkPojo builder = Pojos.builderOf(operation.requestType());
        codec.read(request, route.pathParameters(), builder);
        O response = operation.handler().answer(operation.requestType().cast(Pojos.build(builder)), call);
        return codec.write(operation.wireName(), response, call.requestId());
    }
}
