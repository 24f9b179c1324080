package io.atalaya.ui.shell;

import io.atalaya.connect.Renewal;
import io.atalaya.connect.Session;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.common.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the bar at the top says: where one is, as whom, for how long, at what cost. Follows the tick. */
public final class TopBarModel {
    /** Characters of a profile, an alias or a region: AWS allows 63 for an alias, files allow anything. */
    private static final int ROOM = 32;

    private static final int TIGHT_ROOM = 14;

    /** Credentials with less than this left are amber. */
    static final Duration SOON = Duration.ofMinutes(5);

    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty kind = new SimpleStringProperty(this, "kind", "");
    private final StringProperty account = new SimpleStringProperty(this, "account", "");
    private final StringProperty caller = new SimpleStringProperty(this, "caller", "");
    private final StringProperty callerWhole = new SimpleStringProperty(this, "callerWhole", "");
    private final StringProperty credentialsCaption = new SimpleStringProperty(this, "credentialsCaption", "");
    private final StringProperty credentials = new SimpleStringProperty(this, "credentials", "");
    private final ObjectProperty<State> credentialState =
            new SimpleObjectProperty<>(this, "credentialState", State.HEALTHY);
    private final BooleanProperty renewable = new SimpleBooleanProperty(this, "renewable");
    private final StringProperty meter = new SimpleStringProperty(this, "meter", "");
    private final DoubleProperty meterUsed = new SimpleDoubleProperty(this, "meterUsed");
    private final StringProperty refreshed = new SimpleStringProperty(this, "refreshed", "");
    private final StringProperty notAws = new SimpleStringProperty(this, "notAws", "");

    private final ShellConnection connection;
    private final Texts texts;
    private final Units units;
    private final Ages ages;

    public TopBarModel(ShellConnection connection, Texts texts, ZoneId zone) {
        this.connection = connection;
        this.texts = texts;
        this.units = new Units(texts.getLocale());
        this.ages = new Ages(texts, zone);
        var session = connection.session();
        name.set(Words.cutMiddle(AwsText.line(session.name()), ROOM));
        kind.set(texts.get(session.isSandbox() ? "shell.top.kind.sandbox" : "shell.top.kind.profile"));
        notAws.set(
                session.isSandbox()
                        ? texts.get("shell.tag.sandbox")
                        : session.isAws() ? "" : texts.get("shell.tag.notAws"));
    }

    /**
     * Looks again.
     *
     * @param shortCaller whether there is room for role and name only
     * @param tight whether ages stand without their time
     */
    public void tick(Instant now, Deployment deployment, boolean shortCaller, boolean tight) {
        var session = connection.session();
        var who = session.caller().or(() -> Optional.ofNullable(deployment.caller()));
        account.set(Stream.of(
                        who.map(Caller::account).orElse(null),
                        who.map(Caller::alias).orElse(null),
                        session.region())
                .filter(Objects::nonNull)
                .map(it -> Words.cutMiddle(AwsText.line(it), tight ? TIGHT_ROOM : ROOM))
                .collect(Collectors.joining(" · ")));
        callerWhole.set(who.map(Caller::arn).map(AwsText::line).orElseGet(() -> texts.get("shell.top.caller.unknown")));
        caller.set(tight ? lastOf(callerWhole.get()) : shortCaller ? shortArn(callerWhole.get()) : callerWhole.get());
        credentialsCaption.set(texts.get(tight ? "shell.top.credentials.short" : "shell.top.credentials"));
        credentials(session, now);
        var used = connection.meter().get();
        meterUsed.set(used.shareUsed());
        var rate = units.perSecond(used.callsPerSecond());
        meter.set(tight ? rate : rate + " · " + units.percent(Math.rint(used.shareUsed() * 100)));
        refreshed.set(newest(deployment)
                .map(it -> tight ? ages.ago(it, now) : ages.time(it, now) + " · " + ages.ago(it, now))
                .orElseGet(() -> texts.get("common.age.never")));
    }

    private void credentials(Session session, Instant now) {
        var state = session.credentials();
        var left = state.left(now);
        renewable.set(state.renewal() == Renewal.PERSON);
        if (left.isEmpty()) {
            credentials.set(texts.get("shell.top.credentials.endless"));
            credentialState.set(State.HEALTHY);
            return;
        }
        boolean over = left.get().isZero();
        boolean byItself = state.renewal() == Renewal.AUTOMATIC;
        credentials.set(over ? texts.get("shell.top.credentials.over") : Durations.countdown(left.get()));
        credentialState.set(
                over ? State.FAILED : !byItself && left.get().compareTo(SOON) < 0 ? State.DEGRADED : State.HEALTHY);
    }

    /** {@code AtalayaOperator/m.rojas} of {@code arn:aws:sts::111122223333:assumed-role/AtalayaOperator/m.rojas}. */
    static String shortArn(String arn) {
        var fields = arn.split(":", 6);
        if (fields.length < 6) {
            return arn;
        }
        var what = fields[5];
        return what.contains("/") ? what.substring(what.indexOf('/') + 1) : what;
    }

    /** The person or session at the end of an ARN. */
    private static String lastOf(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /** When anything was answered last. Instance types do not count: the known ones are read without asking AWS. */
    private static Optional<Instant> newest(Deployment deployment) {
        return deployment.parts().stream()
                .filter(part -> part != Parts.INSTANCE_TYPES)
                .map(part -> deployment.observed(part).askedAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }

    public StringProperty nameProperty() {
        return name;
    }

    public String getName() {
        return name.get();
    }

    /** {@code profile} or {@code sandbox}. */
    public StringProperty kindProperty() {
        return kind;
    }

    public String getKind() {
        return kind.get();
    }

    /** {@code 111122223333 · checkop-co · us-east-1}. */
    public StringProperty accountProperty() {
        return account;
    }

    public String getAccount() {
        return account.get();
    }

    public StringProperty callerProperty() {
        return caller;
    }

    public String getCaller() {
        return caller.get();
    }

    public StringProperty callerWholeProperty() {
        return callerWhole;
    }

    public String getCallerWhole() {
        return callerWhole.get();
    }

    public StringProperty credentialsCaptionProperty() {
        return credentialsCaption;
    }

    public String getCredentialsCaption() {
        return credentialsCaption.get();
    }

    public StringProperty credentialsProperty() {
        return credentials;
    }

    public String getCredentials() {
        return credentials.get();
    }

    /** DEGRADED when they end soon and nobody renews them, FAILED when they are over. */
    public ObjectProperty<State> credentialStateProperty() {
        return credentialState;
    }

    /** Whether a person can renew them in place. */
    public BooleanProperty renewableProperty() {
        return renewable;
    }

    public StringProperty meterProperty() {
        return meter;
    }

    public String getMeter() {
        return meter.get();
    }

    /** 0 to 1 of the allowance. */
    public DoubleProperty meterUsedProperty() {
        return meterUsed;
    }

    public double getMeterUsed() {
        return meterUsed.get();
    }

    public StringProperty refreshedProperty() {
        return refreshed;
    }

    public String getRefreshed() {
        return refreshed.get();
    }

    /** The tag that says this is not AWS; empty when it is. */
    public StringProperty notAwsProperty() {
        return notAws;
    }

    public String getNotAws() {
        return notAws.get();
    }
}
