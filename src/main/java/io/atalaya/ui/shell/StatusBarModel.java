package io.atalaya.ui.shell;

import io.atalaya.connect.ConnectionQuality;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Problem;
import io.atalaya.operate.run.RunningAct;
import io.atalaya.ui.acting.ActTexts;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.Texts;
import io.atalaya.watch.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the bar at the bottom says: work under way, the last problem, the line, the time. Follows the tick. */
public final class StatusBarModel {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringProperty work = new SimpleStringProperty(this, "work", "");
    private final StringProperty acts = new SimpleStringProperty(this, "acts", "");
    private final DoubleProperty workDone = new SimpleDoubleProperty(this, "workDone", 1);
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>(this, "problem");
    private final StringProperty problemText = new SimpleStringProperty(this, "problemText", "");
    private final StringProperty quality = new SimpleStringProperty(this, "quality", "");
    private final StringProperty time = new SimpleStringProperty(this, "time", "");

    private final ShellConnection connection;
    private final Texts texts;
    private final Ages ages;
    private final DateTimeFormatter local;

    public StatusBarModel(ShellConnection connection, Texts texts, ZoneId zone) {
        this.connection = connection;
        this.texts = texts;
        this.ages = new Ages(texts, zone);
        this.local = DateTimeFormatter.ofPattern("HH:mm:ss xxx", Locale.ROOT).withZone(zone);
    }

    /** Looks again. */
    public void tick(Instant now, Deployment deployment) {
        time.set(local.format(now) + " · " + UTC.format(now));
        quality.set(words(connection.session().quality(), connection.session().region()));
        work(connection.sources().get(), deployment);
        var latest = latestProblem(deployment);
        problem.set(latest.orElse(null));
        problemText.set(
                latest.map(it -> ages.time(it.at(), now) + "  " + new ProblemTexts(texts).what(it) + ": " + it.call())
                        .orElse(""));
    }

    /** The acts that run: the newest with what it does and for how long, and how many besides. */
    public void acts(List<RunningAct> running, Instant now, Deployment deployment) {
        if (running.isEmpty()) {
            acts.set("");
            return;
        }
        var newest = running.getFirst();
        var words = new ActTexts(texts);
        var standing = newest.standing();
        var said = texts.get(
                "shell.status.act",
                words.title(newest.operation(), deployment),
                standing.detail().isEmpty() ? words.phase(standing) : AwsText.word(standing.detail()),
                Durations.words(Duration.between(newest.startedAt(), now)));
        acts.set(running.size() == 1 ? said : texts.get("shell.status.acts", said, running.size() - 1));
    }

    /** The first read of everything is work one sees; later refreshes are the normal state and say nothing here. */
    private void work(List<SourceStatus> sources, Deployment deployment) {
        var wanted = sources.stream().filter(SourceStatus::active).toList();
        long answered = wanted.stream()
                .map(it -> deployment.observed(it.part()))
                .filter(it -> it.askedAt() != null || it.problem() != null)
                .count();
        boolean done = answered == wanted.size();
        work.set(done ? "" : texts.get("shell.status.reading", answered, wanted.size()));
        workDone.set(wanted.isEmpty() ? 1 : (double) answered / wanted.size());
    }

    private static Optional<Problem> latestProblem(Deployment deployment) {
        return deployment.parts().stream()
                .map(part -> deployment.observed(part).problem())
                .filter(Objects::nonNull)
                .filter(it -> it.kind() != Problem.Kind.BLOCKED)
                .max(Comparator.comparing(Problem::at).thenComparing(Problem::call));
    }

    private String words(ConnectionQuality it, String region) {
        var latency = it.latency();
        return latency == null
                ? texts.get("shell.status.quality.none", region)
                : texts.get(
                        "shell.status.quality",
                        region,
                        String.valueOf(latency.toMillis()),
                        it.lost() + "/" + it.attempts());
    }

    /** {@code Reading 18 of 26 sources}; empty when nothing runs. */
    public StringProperty workProperty() {
        return work;
    }

    public String getWork() {
        return work.get();
    }

    /** {@code Stop instance AUTOChOp · stopping · 12 s}; empty when nothing runs. */
    public StringProperty actsProperty() {
        return acts;
    }

    public String getActs() {
        return acts.get();
    }

    /** 0 to 1. */
    public DoubleProperty workDoneProperty() {
        return workDone;
    }

    public double getWorkDone() {
        return workDone.get();
    }

    /** The newest problem that still stands; null when every source answers. */
    public ObjectProperty<@Nullable Problem> problemProperty() {
        return problem;
    }

    public StringProperty problemTextProperty() {
        return problemText;
    }

    public String getProblemText() {
        return problemText.get();
    }

    public StringProperty qualityProperty() {
        return quality;
    }

    public String getQuality() {
        return quality.get();
    }

    /** {@code 14:03:39 -05:00 · 19:03:39 UTC}. */
    public StringProperty timeProperty() {
        return time;
    }

    public String getTime() {
        return time.get();
    }
}
