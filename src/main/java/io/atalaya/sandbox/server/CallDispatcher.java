package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.Strike;
import io.atalaya.sandbox.server.http.IncomingRequest;
import io.atalaya.sandbox.server.http.OutgoingResponse;
import io.atalaya.sandbox.server.route.CredentialScope;
import io.atalaya.sandbox.server.route.Route;
import io.atalaya.sandbox.server.route.ServiceRouter;
import java.util.Optional;
import java.util.function.Function;

/** Takes a request to its service, past the request log and the planned faults. */
final class CallDispatcher {
    private final ServerParts parts;
    private final CallAnswerer answerer;

    CallDispatcher(ServerParts parts) {
        this.parts = parts;
        this.answerer = new CallAnswerer(parts);
    }

    /** @throws InterruptedException when the server closes while a planned fault keeps the call waiting */
    Outcome dispatch(IncomingRequest request) throws InterruptedException {
        CredentialScope scope = CredentialScope.of(request).orElse(null);
        Optional<Route> route = ServiceRouter.route(request, scope);
        if (route.isEmpty()) {
            return new Outcome.Answer(UnknownService.answer(request));
        }
        var arrival = new Arrival(request, route.get(), scope);
        // Struck before it is logged: who sees a call in the log may release it at once.
        Strike strike = parts.faults().strike(arrival.service(), arrival.operation());
        parts.log()
                .add(
                        arrival.service(),
                        arrival.operation(),
                        arrival.accessKeyId(),
                        parts.wall().instant());
        strike.delay();
        return outcome(arrival, strike);
    }

    private Outcome outcome(Arrival arrival, Strike strike) throws InterruptedException {
        Optional<Fault> decisive = strike.decisive();
        if (decisive.isEmpty()) {
            return answerer.answer(arrival, strike.streamEnd());
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
                spoiled(arrival, strike, response -> new Outcome.Answer(response.cutOff()));
            case Fault.CutConnection cut -> spoiled(arrival, strike, Outcome.Cut::new);
            case Fault refusal -> answerer.refuse(arrival, refusal);
        };
    }

    /** The right answer, spoiled; a stream, which has no whole answer, is dropped. */
    private Outcome spoiled(Arrival arrival, Strike strike, Function<OutgoingResponse, Outcome> how) {
        Outcome right = answerer.answer(arrival, strike.streamEnd());
        return switch (right) {
            case Outcome.Answer answer -> how.apply(answer.response());
            case Outcome.Stream stream -> {
                stream.session().close();
                yield new Outcome.Drop();
            }
            case Outcome.Cut cut -> cut;
            case Outcome.Drop drop -> drop;
        };
    }
}
