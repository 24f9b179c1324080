package io.atalaya.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.connect.MfaQuestion;
import io.atalaya.connect.SignInDialogue;
import io.atalaya.connect.SignInStep;
import io.atalaya.deployment.Problem;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.shell.TestSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class RenewalTest extends UiTest {
    @Test
    void aCodeRenewsAndTheOverlayGoes() throws Exception {
        var asked = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var session = new TestSession(Contexts.NOW) {
            @Override
            public Optional<Problem> renew(SignInDialogue dialogue) {
                dialogue.planned(List.of(new SignInStep(SignInStep.Kind.MFA_CODE, "sts:AssumeRole")));
                dialogue.began(0);
                asked.countDown();
                try {
                    var code = dialogue.mfaCode(new MfaQuestion(
                            name(),
                            "arn:aws:iam::111122223333:mfa/m.rojas",
                            "arn:aws:iam::111122223333:role/x",
                            null,
                            null));
                    assertThat(code).contains("123456");
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return Optional.empty();
            }
        };
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            var context = new Contexts()
                    .context(texts(Locale.ENGLISH, "io.atalaya.ui.common.common", "io.atalaya.ui.signin.signin"));
            var renewal = onFx(() ->
                    new RenewalController(session, background, new FxThread(), context, url -> {}, done::countDown));
            show(onFx(() -> new StackPane(renewal.root())), 1000, 700);
            doOnFx(renewal::start);
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            settle();
            picture("renewal");
            robot.write("123456");
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
