package io.atalaya.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.connect.AwsRegion;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.CredentialHint;
import io.atalaya.connect.DeviceApproval;
import io.atalaya.connect.MfaQuestion;
import io.atalaya.connect.Profile;
import io.atalaya.connect.ProfileFileRead;
import io.atalaya.connect.ProfileListing;
import io.atalaya.connect.RecentConnection;
import io.atalaya.connect.RecentConnections;
import io.atalaya.connect.Session;
import io.atalaya.connect.SignIn;
import io.atalaya.connect.SignInDialogue;
import io.atalaya.connect.SignInMethod;
import io.atalaya.connect.SignInResult;
import io.atalaya.connect.SignInStep;
import io.atalaya.deployment.Problem;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.shell.Preferences;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest extends UiTest {
    private static final String[] BUNDLES = {
        "io.atalaya.ui.common.common", "io.atalaya.ui.shell.shell", "io.atalaya.ui.signin.signin"
    };

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Scripted signIn = new Scripted();
    private final Recents recents = new Recents();
    private final List<Session> sessions = new ArrayList<>();
    private final Contexts world = new Contexts();
    private @Nullable SignInModel model;
    private @Nullable SignInController controller;

    /** Plays the sign-in a test scripted. */
    private static final class Scripted implements SignIn {
        final BlockingQueue<ConnectRequest> asked = new ArrayBlockingQueue<>(9);
        final BlockingQueue<String> codes = new ArrayBlockingQueue<>(9);
        final CountDownLatch interrupted = new CountDownLatch(1);
        String play = "mfa";

        @Override
        public SignInResult connect(ConnectRequest request, SignInDialogue dialogue) {
            asked.add(request);
            dialogue.planned(List.of(
                    new SignInStep(SignInStep.Kind.READ_PROFILE, "role_arn, mfa_serial"),
                    new SignInStep(SignInStep.Kind.MFA_CODE, "sts:AssumeRole asks for it"),
                    new SignInStep(SignInStep.Kind.WHO_AM_I, "sts:GetCallerIdentity")));
            dialogue.began(1);
            try {
                switch (play) {
                    case "mfa" ->
                        dialogue.mfaCode(new MfaQuestion(
                                        "checkop-prod",
                                        "arn:aws:iam::111122223333:mfa/m.rojas",
                                        "arn:aws:iam::111122223333:role/AtalayaOperator",
                                        null,
                                        null))
                                .ifPresent(codes::add);
                    case "browser" -> {
                        dialogue.approveInBrowser(new DeviceApproval(
                                "checkop-dev",
                                "ABCD-EFGH",
                                URI.create("https://device.sso.us-east-1.amazonaws.com/?user_code=ABCD-EFGH"),
                                Contexts.NOW.plusSeconds(600)));
                        new CountDownLatch(1).await(20, TimeUnit.SECONDS);
                    }
                    default -> {}
                }
            } catch (InterruptedException e) {
                interrupted.countDown();
                return failed(Problem.Kind.CANCELLED);
            }
            return failed(Problem.Kind.EXPIRED);
        }

        private static SignInResult failed(Problem.Kind kind) {
            return new SignInResult.Failed(new Problem(
                    kind,
                    "sts:AssumeRole",
                    "ExpiredToken",
                    "The security token included in the request is expired",
                    "7f0e9c1a",
                    null,
                    Contexts.NOW));
        }

        @Override
        public void forget(String profile) {}
    }

    private static final class Recents implements RecentConnections {
        final List<RecentConnection> list = new ArrayList<>();

        @Override
        public List<RecentConnection> all() {
            return List.copyOf(list);
        }

        @Override
        public void used(RecentConnection connection) {
            list.addFirst(connection);
        }
    }

    private static final class NoMemory implements LayoutMemory {
        @Override
        public Optional<String> get(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, String value) {}
    }

    private static Profile profile(String name, SignInMethod method, @Nullable String account, CredentialHint hint) {
        boolean role = method == SignInMethod.ROLE_MFA || method == SignInMethod.ROLE;
        return new Profile(
                name,
                method,
                "us-east-1",
                account,
                role ? "arn:aws:iam::" + account + ":role/AtalayaOperator" : null,
                null,
                null,
                null,
                null,
                hint,
                null);
    }

    private static ProfileListing listing() {
        return new ProfileListing(
                List.of(
                        profile(
                                "checkop-prod",
                                SignInMethod.ROLE_MFA,
                                "111122223333",
                                CredentialHint.of(CredentialHint.State.NEEDS_CODE)),
                        profile(
                                "checkop-dev",
                                SignInMethod.IDENTITY_CENTER,
                                "444455556666",
                                new CredentialHint(CredentialHint.State.EXPIRED, Contexts.NOW.minusSeconds(3 * 86400))),
                        profile(
                                "checkop-audit",
                                SignInMethod.ROLE,
                                "111122223333",
                                new CredentialHint(CredentialHint.State.VALID, Contexts.NOW.plusSeconds(54 * 60))),
                        profile(
                                "progresus",
                                SignInMethod.ACCESS_KEY,
                                "777788889999",
                                CredentialHint.of(CredentialHint.State.READY)),
                        profile("broken", SignInMethod.NONE, null, CredentialHint.of(CredentialHint.State.INCOMPLETE))),
                List.of(new ProfileFileRead(
                        Path.of(System.getProperty("user.home"), ".aws", "config"), true, Contexts.NOW)),
                List.of(),
                "checkop-prod");
    }

    private void open(Locale locale, double width, double height) throws Exception {
        var root = onFx(() -> {
            if (model == null) {
                model = new SignInModel(
                        new SignInPorts(
                                SignInTest::listing,
                                () -> List.of(
                                        new AwsRegion("us-east-1", "US East (N. Virginia)", "aws"),
                                        new AwsRegion("us-west-2", "US West (Oregon)", "aws"),
                                        new AwsRegion("sa-east-1", "South America (Sao Paulo)", "aws")),
                                recents,
                                signIn),
                        background,
                        new FxThread(),
                        () -> Contexts.NOW,
                        sessions::add);
            }
            controller = new SignInController(
                    Objects.requireNonNull(model),
                    world.now,
                    ZoneId.of("America/Bogota"),
                    texts(locale, BUNDLES),
                    new Preferences(new NoMemory(), theme(), locale, "0.1.0"),
                    url -> {});
            return controller.root();
        });
        show(root, width, height);
        doOnFx(() -> Objects.requireNonNull(controller).start());
        settle();
    }

    @AfterEach
    void close() throws Exception {
        doOnFx(() -> {
            if (model != null) {
                model.cancel();
            }
            if (controller != null) {
                controller.close();
            }
        });
        background.shutdownNow();
        assertThat(background.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private void remember() {
        recents.list.add(new RecentConnection(
                "checkop-prod",
                "us-east-1",
                null,
                false,
                "111122223333",
                "checkop-co",
                Contexts.NOW.minusSeconds(70_000)));
        recents.list.add(new RecentConnection(
                "checkop-prod",
                "sa-east-1",
                null,
                false,
                "111122223333",
                "checkop-co",
                Contexts.NOW.minusSeconds(700_000)));
        recents.list.add(new RecentConnection(
                "checkop", "us-east-1", null, true, "111122223333", "checkop-co", Contexts.NOW.minusSeconds(900_000)));
    }

    @Test
    void pictures() throws Exception {
        remember();
        for (var mode : List.of(Theme.Mode.DARK, Theme.Mode.LIGHT)) {
            doOnFx(() -> theme().mode().set(mode));
            var suffix = mode.name().toLowerCase(Locale.ROOT);
            open(Locale.ENGLISH, 1440, 900);
            picture("signin-" + suffix);
            robot.clickOn("#connect");
            awaitPhase(Phase.Code.class);
            robot.write("407 9");
            picture("signin-code-" + suffix);
            robot.write("15");
            awaitPhase(Phase.Failed.class);
            doOnFx(() -> Objects.requireNonNull(controller).close());
            open(Locale.of("es"), 1000, 700);
            picture("signin-failed-es-" + suffix);
            signIn.play = "browser";
            doOnFx(() -> Objects.requireNonNull(model).connect());
            awaitPhase(Phase.Browser.class);
            picture("signin-browser-es-" + suffix);
            doOnFx(() -> Objects.requireNonNull(model).cancel());
            signIn.play = "mfa";
            doOnFx(() -> Objects.requireNonNull(controller).close());
        }
    }

    private void awaitPhase(Class<? extends Phase> wanted) throws Exception {
        var arrived = new CountDownLatch(1);
        var subscription = onFx(() -> Objects.requireNonNull(model)
                .conversation()
                .phaseProperty()
                .subscribe(it -> {
                    if (wanted.isInstance(it)) {
                        arrived.countDown();
                    }
                }));
        assertThat(arrived.await(30, TimeUnit.SECONDS))
                .as(wanted.getSimpleName())
                .isTrue();
        doOnFx(subscription::unsubscribe);
        settle();
    }

    @Test
    void sixDigitsAreHandedOverWithoutAnotherClick() throws Exception {
        open(Locale.ENGLISH, 1440, 900);
        robot.clickOn("#connect");
        awaitPhase(Phase.Code.class);
        robot.write("407915");

        assertThat(signIn.codes.poll(30, TimeUnit.SECONDS)).isEqualTo("407915");
        assertThat(signIn.asked.poll())
                .isEqualTo(ConnectRequest.profile("checkop-prod").in("us-east-1"));
        awaitPhase(Phase.Failed.class);
    }

    @Test
    void stoppingInterruptsTheSignInAndBlamesNobody() throws Exception {
        open(Locale.ENGLISH, 1440, 900);
        robot.clickOn("#connect");
        awaitPhase(Phase.Code.class);
        robot.clickOn("#stop");

        assertThat(signIn.interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        awaitPhase(Phase.Idle.class);
        assertThat(sessions).isEmpty();
    }

    @Test
    void profilesAreFoundByTypingAndConnectedWithEnter() throws Exception {
        open(Locale.ENGLISH, 1440, 900);
        robot.clickOn("#filter");
        robot.write("audit");
        robot.clickOn("checkop-audit");
        assertThat(onFx(() -> robot.lookup("#connect").queryAs(Button.class).getText()))
                .isEqualTo("Connect to checkop-audit");
        robot.push(KeyCode.ENTER);

        assertThat(signIn.asked.poll(30, TimeUnit.SECONDS))
                .isEqualTo(ConnectRequest.profile("checkop-audit").in("us-east-1"));
    }

    @Test
    void theSandboxIsOneClick() throws Exception {
        open(Locale.ENGLISH, 1440, 900);
        robot.clickOn("#sandboxButton");

        assertThat(signIn.asked.poll(30, TimeUnit.SECONDS)).isEqualTo(ConnectRequest.sandbox("checkop"));
    }

    @Test
    void aWrongEndpointCannotBeConnectedTo() throws Exception {
        open(Locale.ENGLISH, 1440, 900);
        doOnFx(() -> Objects.requireNonNull(model).endpointProperty().set("ftp://here"));
        assertThat(onFx(() -> robot.lookup("#connect").queryButton().isDisabled()))
                .isTrue();
        doOnFx(() -> Objects.requireNonNull(model).endpointProperty().set("http://127.0.0.1:4566"));
        assertThat(onFx(() -> Objects.requireNonNull(model).request()))
                .contains(
                        ConnectRequest.profile("checkop-prod").in("us-east-1").at(URI.create("http://127.0.0.1:4566")));
    }
}
