package io.atalaya.ui.signin;

import io.atalaya.connect.CredentialHint;
import io.atalaya.connect.Profile;
import io.atalaya.connect.RecentConnection;
import io.atalaya.deployment.State;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Banner;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.common.ViewLoader;
import io.atalaya.ui.common.Words;
import io.atalaya.ui.shell.MainWindow;
import io.atalaya.ui.shell.Preferences;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The first screen: the sandbox, the profiles of this computer, what was connected to before; at the right, the way in. */
public final class SignInController implements MainWindow.Content {
    /** The deployment of the sandbox that is offered. */
    static final String SANDBOX = "checkop";
    /** Below this width, in px at 100 % text scale, only what is needed to choose is shown. */
    private static final double TIGHT_BELOW = 1180;

    /** Twelve digits never lose one. */
    private static final double ACCOUNT = 112;

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final SignInModel model;
    private final ObservableValue<Instant> now;
    private final Texts texts;
    private final Preferences preferences;
    private final Ages ages;
    private final DateTimeFormatter local;
    private final ConnectCardController card;
    private final QuestionController question;
    private final Parent node;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Panel profilesPanel;

    @FXML
    private Label filesRead;

    @FXML
    private Label noAccount;

    @FXML
    private FilterField filter;

    @FXML
    private Banner fileProblem;

    @FXML
    private DataTable<Profile> profiles;

    @FXML
    private VBox noProfiles;

    @FXML
    private Panel recentPanel;

    @FXML
    private DataTable<RecentConnection> recent;

    @FXML
    private Pills<Locale> language;

    @FXML
    private Pills<Theme.Mode> mode;

    @FXML
    private HBox body;

    @FXML
    private Label time;

    /**
     * @param now the one tick
     * @param browse opens a page in the system's browser
     */
    public SignInController(
            SignInModel model,
            ObservableValue<Instant> now,
            ZoneId zone,
            Texts texts,
            Preferences preferences,
            Consumer<String> browse) {
        this.model = model;
        this.now = now;
        this.texts = texts;
        this.preferences = preferences;
        this.ages = new Ages(texts, zone);
        this.local = DateTimeFormatter.ofPattern("HH:mm:ss xxx", Locale.ROOT).withZone(zone);
        this.card = new ConnectCardController(model, texts);
        this.question = new QuestionController(model.conversation(), now, zone, texts, browse);
        this.node = ViewLoader.load(this, texts, card, question);
    }

    @FXML
    void initialize() {
        profiles.setRowKey(Profile::name);
        profiles.getColumns().add(Columns.name(texts.get("signin.profile"), 150, Profile::name));
        profiles.getColumns()
                .add(Columns.text(
                        texts.get("signin.method"),
                        150,
                        it -> texts.get("signin.method." + it.method().name().toLowerCase(Locale.ROOT))));
        var account = Columns.<Profile>mono(texts.get("signin.account"), 125, Profile::account);
        account.setMinWidth(ACCOUNT);
        profiles.getColumns().add(account);
        var used = Columns.<Profile>mono(texts.get("signin.lastUsed"), 110, this::lastUsed);
        profiles.getColumns().add(used);
        profiles.getColumns().add(Columns.state(texts.get("signin.credentials"), 170, this::credentials));
        profiles.getSelectionModel().selectedItemProperty().subscribe(it -> {
            if (it != null) {
                model.profileProperty().set(it);
            }
        });
        profiles.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                model.connect();
            }
        });
        profiles.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.connect();
            }
        });
        filter.textProperty().subscribe(text -> profiles.setRowFilter(it -> Words.admits(text, words(it))));
        recent.setRowKey(RecentConnection::again);
        recent.getColumns().add(Columns.name(texts.get("signin.recent.name"), 150, RecentConnection::profile));
        recent.getColumns().add(Columns.text(texts.get("signin.recent.where"), 150, this::where));
        var recentAccount = Columns.<RecentConnection>mono(texts.get("signin.account"), 125, RecentConnection::account);
        recentAccount.setMinWidth(ACCOUNT);
        recent.getColumns().add(recentAccount);
        recent.getColumns().add(Columns.mono(texts.get("signin.region"), 110, RecentConnection::region));
        recent.getColumns()
                .add(Columns.mono(texts.get("signin.lastUsed"), 170, it -> ages.time(it.lastUsed(), now.getValue())));
        recent.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                connectAgain();
            }
        });
        recent.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                connectAgain();
            }
        });
        body.setMinHeight(Region.USE_PREF_SIZE);
        body.widthProperty().subscribe(width -> {
            boolean tight =
                    width.doubleValue() * 100 / preferences.theme().scale().get() < TIGHT_BELOW;
            body.pseudoClassStateChanged(TIGHT, tight);
            used.setVisible(!tight);
            show(filesRead, !tight);
            show(noAccount, !tight);
        });
        for (var each : Texts.LANGUAGES) {
            language.add(each, each.getLanguage().toUpperCase(Locale.ROOT));
        }
        language.valueProperty().set(preferences.language().get());
        for (var each : Theme.Mode.values()) {
            mode.add(each, texts.get("shell.settings.theme." + each.name().toLowerCase(Locale.ROOT)));
        }
        mode.valueProperty().bindBidirectional(preferences.theme().mode());
    }

    @Override
    public Parent root() {
        return node;
    }

    @Override
    public void start() {
        subscriptions = Subscription.combine(
                model.listingProperty().subscribe(it -> list()),
                model.profileProperty().subscribe(it -> {
                    if (it != null) {
                        profiles.reveal(it.name());
                    } else {
                        profiles.getSelectionModel().clearSelection();
                    }
                }),
                now.subscribe(it -> tick(it)),
                language.valueProperty().subscribe(it -> {
                    if (it != null && !it.equals(preferences.language().get())) {
                        preferences.language().set(it);
                    }
                }));
        profiles.requestFocus();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        card.close();
        question.close();
        mode.valueProperty().unbindBidirectional(preferences.theme().mode());
    }

    private void tick(Instant at) {
        time.setText(local.format(at) + " · "
                + DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT)
                        .withZone(ZoneOffset.UTC)
                        .format(at));
    }

    private void list() {
        var listing = model.listingProperty().get();
        profiles.apply(listing.profiles());
        profilesPanel.setNote(String.valueOf(listing.profiles().size()));
        filesRead.setText(listing.files().stream()
                .filter(it -> it.exists())
                .map(it -> home(it.file().toString()) + " " + ages.clock(it.readAt()))
                .collect(Collectors.joining("   ")));
        boolean none = listing.profiles().isEmpty();
        show(noProfiles, none);
        show(profiles, !none);
        fit(profiles, listing.profiles().size(), 8);
        var problem = listing.problems().stream().findFirst();
        show(fileProblem, problem.isPresent());
        problem.ifPresent(it -> {
            fileProblem.show(State.FAILED, new ProblemTexts(texts).what(it), home(it.call()) + ": " + it.message());
            fileProblem.showAction(texts.get("signin.readAgain"), model::readAgain);
        });
        var before = model.ports().recents().all();
        recent.apply(before);
        fit(recent, before.size(), 5);
        show(recentPanel, !before.isEmpty());
    }

    /** As high as its rows, up to a limit: the first screen has no empty lines. */
    private static void fit(DataTable<?> table, int rows, int most) {
        table.fixedCellSizeProperty().subscribe(it -> {
            double height = it.doubleValue() * (1 + Math.clamp(rows, 1, most));
            table.setPrefHeight(height);
            table.setMinHeight(height);
        });
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** {@code ~/.aws/config}: the home folder says nothing here and is long. */
    private static String home(String path) {
        var home = System.getProperty("user.home", "");
        return !home.isEmpty() && path.startsWith(home) ? "~" + path.substring(home.length()) : path;
    }

    private static String words(Profile it) {
        return String.join(
                " ",
                it.name(),
                Optional.ofNullable(it.account()).orElse(""),
                Optional.ofNullable(it.roleArn()).orElse(""),
                Optional.ofNullable(it.region()).orElse(""));
    }

    private String lastUsed(Profile it) {
        return model.lastOf(it)
                .map(used -> ages.time(used.lastUsed(), now.getValue()))
                .orElse(texts.get("signin.never"));
    }

    private String where(RecentConnection it) {
        if (it.sandbox()) {
            return texts.get("signin.recent.sandbox");
        }
        return it.endpointUrl() == null ? "AWS" : it.endpointUrl().toString();
    }

    private Seen credentials(Profile it) {
        var hint = it.credentials();
        var state =
                switch (hint.state()) {
                    case VALID -> State.HEALTHY;
                    case EXPIRED -> State.DEGRADED;
                    case INCOMPLETE -> State.FAILED;
                    default -> State.UNKNOWN;
                };
        return Seen.current(state, words(hint));
    }

    private String words(CredentialHint hint) {
        var key = "signin.hint." + hint.state().name().toLowerCase(Locale.ROOT);
        var until = hint.until();
        if (until == null) {
            return texts.get(key);
        }
        var distance = Duration.between(now.getValue(), until).abs();
        return texts.get(key) + " · " + Durations.brief(distance);
    }

    @FXML
    void openSandbox() {
        model.openSandbox(SANDBOX);
    }

    @FXML
    void readAgain() {
        model.readAgain();
    }

    @FXML
    void connectAgain() {
        var chosen = recent.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.again(chosen);
        }
    }
}
