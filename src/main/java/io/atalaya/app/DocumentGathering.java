package io.atalaya.app;

import io.atalaya.aws.signin.AwsSession;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.SignInResult;
import io.atalaya.evidence.document.make.DocumentRun;
import io.atalaya.evidence.document.make.DocumentWish;
import java.io.IOException;
import java.util.Optional;

/** Makes a document where nobody is there to be asked: connects, reads everything once, writes. */
final class DocumentGathering {
    private final Program program;

    DocumentGathering(Program program) {
        this.program = program;
    }

    /**
     * What became of it.
     *
     * @param failure why nobody could sign in, in one line; empty where a document was made
     */
    record Result(Optional<DocumentRun.Made> made, String failure) {}

    Result make(ConnectRequest request, DocumentWish wish) throws IOException, InterruptedException {
        var gathering = new Gathering(program);
        var connected = gathering.connect(request);
        if (connected instanceof SignInResult.Failed failed) {
            return new Result(Optional.empty(), Gathering.words(failed));
        }
        var session = (AwsSession) ((SignInResult.Connected) connected).session();
        try (var scope = program.scopeWithoutScreen(session)) {
            gathering.awaitAll(scope);
            var now = program.machinery().clock().instant();
            return new Result(Optional.of(DocumentRun.write(scope.current(), DocumentHead.of(session, now), wish)), "");
        }
    }
}
