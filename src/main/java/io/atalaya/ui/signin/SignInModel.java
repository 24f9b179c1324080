package io.atalaya.ui.signin;

import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.Profile;
import io.atalaya.connect.ProfileListing;
import io.atalaya.connect.RecentConnection;
import io.atalaya.connect.Session;
import io.atalaya.connect.SignInResult;
import io.atalaya.deployment.Problem;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What can be connected to, what is chosen, how far signing in is. Outlives a change of language. On the screen's thread,
 * except where it says otherwise.
 */
public final class SignInModel {
    private final SignInPorts ports;
    private final ExecutorService background;
    private final Executor screen;
    private final InstantSource clock;
    private final Consumer<Session> connected;
    private final Conversation conversation;

    private final ReadOnlyObjectWrapper<ProfileListing> listing;
    private final ObjectProperty<@Nullable Profile> profile = new SimpleObjectProperty<>(this, "profile");
    private final ObjectProperty<@Nullable String> sandbox = new SimpleObjectProperty<>(this, "sandbox");
    private final StringProperty region = new SimpleStringProperty(this, "region", "");
    private final StringProperty endpoint = new SimpleStringProperty(this, "endpoint", "");
    private @Nullable Future<?> running;
    private long attempt;

    /**
     * @param background where signing in waits; its threads are interrupted to cancel
     * @param screen the JavaFX thread
     * @param connected is handed the session, which is its own from then on
     */
    public SignInModel(
            SignInPorts ports,
            ExecutorService background,
            Executor screen,
            InstantSource clock,
            Consumer<Session> connected) {
        this.ports = ports;
        this.background = background;
        this.screen = screen;
        this.clock = clock;
        this.connected = connected;
        this.conversation = new Conversation(screen);
        this.listing =
                new ReadOnlyObjectWrapper<>(this, "listing", ports.profiles().read());
        profile.addListener((it, before, chosen) -> chosen(chosen));
        listing.get().find(listing.get().preselected()).ifPresent(profile::set);
    }

    private void chosen(@Nullable Profile chosen) {
        if (chosen == null) {
            return;
        }
        sandbox.set(null);
        var before = lastOf(chosen).map(RecentConnection::region);
        region.set(before.orElse(chosen.region() == null ? "" : chosen.region()));
        endpoint.set(chosen.endpointUrl() == null ? "" : chosen.endpointUrl().toString());
        if (!conversation.phaseProperty().get().running()) {
            conversation.setPhase(new Phase.Idle());
        }
    }

    /** Reads the AWS CLI's files again; the choice stays where it can. */
    public void readAgain() {
        var chosen = profile.get();
        listing.set(ports.profiles().read());
        if (chosen != null) {
            profile.set(listing.get().find(chosen.name()).orElse(null));
        }
    }

    /** When a profile was last connected to. */
    public Optional<RecentConnection> lastOf(Profile which) {
        return ports.recents().all().stream()
                .filter(it -> !it.sandbox() && it.profile().equals(which.name()))
                .findFirst();
    }

    /** The regions a profile was used in, newest first. */
    public List<String> regionsBefore(Profile which) {
        return ports.recents().all().stream()
                .filter(it -> !it.sandbox() && it.profile().equals(which.name()))
                .map(RecentConnection::region)
                .distinct()
                .limit(4)
                .toList();
    }

    /** Signs in with what is chosen. */
    public void connect() {
        request().ifPresent(this::begin);
    }

    /** Opens a deployment of the sandbox. */
    public void openSandbox(String deployment) {
        profile.set(null);
        sandbox.set(deployment);
        begin(ConnectRequest.sandbox(deployment));
    }

    /** Connects again to what was connected to before. */
    public void again(RecentConnection recent) {
        var known = listing.get().find(recent.profile());
        if (recent.sandbox()) {
            profile.set(null);
            sandbox.set(recent.profile());
        } else {
            known.ifPresent(profile::set);
            region.set(recent.region());
            endpoint.set(
                    recent.endpointUrl() == null ? "" : recent.endpointUrl().toString());
        }
        begin(recent.again());
    }

    /** Signs in; what ran before is cancelled. Also the way for what the command line asked for. */
    public void begin(ConnectRequest request) {
        cancel();
        if (request.sandbox() != null) {
            profile.set(null);
            sandbox.set(request.sandbox());
        } else if (request.profile() != null) {
            var named = listing.get().find(request.profile()).orElse(null);
            if (named != null && !Objects.equals(named, profile.get())) {
                profile.set(named);
            }
        }
        conversation.reset();
        long mine = ++attempt;
        running = background.submit(() -> {
            var result = ports.signIn().connect(request, conversation);
            screen.execute(() -> ended(mine, result));
        });
    }

    private void ended(long mine, SignInResult result) {
        boolean wanted = mine == attempt;
        switch (result) {
            case SignInResult.Connected it -> {
                if (!wanted) {
                    it.session().close();
                    return;
                }
                conversation.setPhase(new Phase.Idle());
                ports.recents().used(RecentConnection.of(it.session(), clock.instant()));
                connected.accept(it.session());
            }
            case SignInResult.Failed it -> {
                if (wanted) {
                    boolean stopped = it.problem().kind() == Problem.Kind.CANCELLED;
                    conversation.setPhase(stopped ? new Phase.Idle() : new Phase.Failed(it.problem()));
                }
            }
        }
    }

    /** Stops signing in; nothing happens when nothing runs. */
    public void cancel() {
        attempt++;
        if (running != null) {
            running.cancel(true);
            running = null;
        }
        if (conversation.phaseProperty().get().running()) {
            conversation.setPhase(new Phase.Idle());
        }
    }

    /** What would be connected to; empty while something is missing or wrong. */
    public Optional<ConnectRequest> request() {
        if (sandbox.get() != null) {
            return Optional.of(ConnectRequest.sandbox(sandbox.get()));
        }
        var chosen = profile.get();
        var at = endpointUri();
        if (chosen == null
                || region.get().isBlank()
                || at == null && !endpoint.get().isBlank()) {
            return Optional.empty();
        }
        var request = chosen.name().equals(Profile.ENVIRONMENT)
                ? ConnectRequest.unnamed()
                : ConnectRequest.profile(chosen.name());
        return Optional.of(request.in(region.get().strip()).at(at));
    }

    /** Whether the endpoint typed is an http or https address, or none at all. */
    public boolean endpointValid() {
        return endpoint.get().isBlank() || endpointUri() != null;
    }

    private @Nullable URI endpointUri() {
        try {
            var uri = URI.create(endpoint.get().strip());
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null ? uri : null;
        } catch (IllegalArgumentException e) {
            return null; // while it is being typed it is mostly none: the field says so
        }
    }

    public SignInPorts ports() {
        return ports;
    }

    public Conversation conversation() {
        return conversation;
    }

    public ReadOnlyObjectProperty<ProfileListing> listingProperty() {
        return listing.getReadOnlyProperty();
    }

    /** The profile chosen; null for none and for the sandbox. */
    public ObjectProperty<@Nullable Profile> profileProperty() {
        return profile;
    }

    /** The sandbox's deployment chosen; null for a profile. */
    public ReadOnlyObjectProperty<@Nullable String> sandboxProperty() {
        return sandbox;
    }

    public StringProperty regionProperty() {
        return region;
    }

    /** Empty for AWS. */
    public StringProperty endpointProperty() {
        return endpoint;
    }
}
