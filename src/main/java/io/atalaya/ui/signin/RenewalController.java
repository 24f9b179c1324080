package io.atalaya.ui.signin;

import io.atalaya.connect.Session;
import io.atalaya.deployment.Problem;
import io.atalaya.ui.common.LiveContext;
import io.atalaya.ui.common.ViewLoader;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** Renews the credentials of a session over the view at hand: nothing of what is on screen is lost meanwhile. */
public final class RenewalController {
    private final Session session;
    private final ExecutorService background;
    private final Executor screen;
    private final LiveContext context;
    private final Runnable done;
    private final Conversation conversation;
    private final QuestionController question;
    private final Parent node;
    private @Nullable Future<?> running;
    private boolean closed;

    @FXML
    private Label name;

    @FXML
    private Button again;

    /**
     * @param background where the renewal waits; its threads are interrupted to cancel
     * @param screen the JavaFX thread
     * @param browse opens a page in the system's browser
     * @param done told once, when renewed or given up
     */
    public RenewalController(
            Session session,
            ExecutorService background,
            Executor screen,
            LiveContext context,
            Consumer<String> browse,
            Runnable done) {
        this.session = session;
        this.background = background;
        this.screen = screen;
        this.context = context;
        this.done = done;
        this.conversation = new Conversation(screen);
        this.question = new QuestionController(conversation, context.now(), context.zone(), context.texts(), browse);
        this.node = ViewLoader.load(this, context.texts(), question);
    }

    @FXML
    void initialize() {
        name.setText(session.name());
        again.visibleProperty().bind(conversation.phaseProperty().map(it -> it instanceof Phase.Failed));
        again.managedProperty().bind(again.visibleProperty());
    }

    public Parent root() {
        return node;
    }

    /** Begins, or begins again after a failure. */
    @FXML
    public void start() {
        conversation.reset();
        running = background.submit(() -> {
            var problem = session.renew(conversation);
            screen.execute(() -> ended(problem));
        });
    }

    private void ended(Optional<Problem> problem) {
        if (closed) {
            return;
        }
        if (problem.isPresent() && problem.get().kind() != Problem.Kind.CANCELLED) {
            conversation.setPhase(new Phase.Failed(problem.get()));
        } else {
            giveUp();
        }
    }

    /** Closes without waiting for AWS; the credentials stay what they are. */
    @FXML
    public void giveUp() {
        if (closed) {
            return;
        }
        closed = true;
        if (running != null) {
            running.cancel(true);
        }
        question.close();
        done.run();
    }
}
