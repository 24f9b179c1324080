package io.atalaya.app;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.document.make.DocumentRun;
import io.atalaya.evidence.document.make.DocumentWish;
import io.atalaya.evidence.document.print.Format;
import io.atalaya.ui.evidence.CaptureSteps;
import io.atalaya.ui.evidence.Documents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Architecture documents of a connection that is open. */
final class ScopeDocuments implements Documents {
    private final ConnectionScope scope;
    private final InstantSource clock;

    ScopeDocuments(ConnectionScope scope, InstantSource clock) {
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public List<Path> write(Path folder, Locale language) throws IOException, InterruptedException {
        var deployment = read();
        var wish = new DocumentWish(folder, Format.all(), language, Program.zone(), null);
        return DocumentRun.write(deployment, DocumentHead.of(scope.session(), clock.instant()), wish)
                .files();
    }

    /** Unlike a capsule, a document of a deployment that was not read to the end is one: each table says of when and how whole. */
    private Deployment read() throws InterruptedException {
        try {
            return new AskingAgain(scope, clock, CaptureSteps.unseen()).of(Parts.all());
        } catch (EvidenceException slow) {
            return scope.current();
        }
    }
}
