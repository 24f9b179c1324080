package io.atalaya.app;

import io.atalaya.connect.Session;
import io.atalaya.deployment.Caller;
import io.atalaya.evidence.document.Head;
import java.time.Instant;

/** The first page of a document of a session. */
final class DocumentHead {
    private DocumentHead() {}

    static Head of(Session session, Instant now) {
        var origin =
                session.isSandbox() ? Head.Origin.SANDBOX : session.isAws() ? Head.Origin.AWS : Head.Origin.ENDPOINT;
        var caller = session.caller();
        return new Head(
                session.name(),
                origin,
                session.isAws() ? null : String.valueOf(session.endpoint()),
                caller.map(Caller::account).orElse("?"),
                caller.map(Caller::alias).orElse(null),
                caller.map(Caller::arn).orElse("?"),
                session.region(),
                now,
                new ProgramVersion().text());
    }
}
