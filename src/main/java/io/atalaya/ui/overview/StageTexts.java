package io.atalaya.ui.overview;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.State;
import io.atalaya.deployment.overview.Fact;
import io.atalaya.deployment.overview.Stage;
import io.atalaya.deployment.overview.Station;
import io.atalaya.deployment.overview.TargetStage;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the boxes of the request path, whether there is none, one or many of what they hold. */
public final class StageTexts {
    /** More lines would make the strip higher than it is worth. */
    static final int LINES = 3;

    private final Texts texts;
    private final Ages ages;
    private final Units units;

    public StageTexts(Texts texts, Ages ages) {
        this.texts = texts;
        this.ages = ages;
        this.units = new Units(texts.getLocale());
    }

    public StageText of(Stage stage, Deployment deployment, Instant now) {
        var freshness = deployment.observed(stage.kind().basis()).freshness(now);
        var caption = texts.get("overview.stage." + stage.kind());
        if (!stage.read()) {
            return unread(caption, stage.problem(), stage.kind().basis());
        }
        var stations = stage.stations();
        if (stations.isEmpty()) {
            return new StageText(
                    caption,
                    texts.get("overview.stage.none"),
                    State.UNKNOWN,
                    "",
                    freshness,
                    List.of(),
                    null,
                    stage.kind().basis());
        }
        if (stations.size() == 1) {
            var only = stations.getFirst();
            return new StageText(
                    only.caption().isEmpty() ? caption : caption + " · " + only.caption(),
                    only.name(),
                    only.condition().state(),
                    only.condition().word(),
                    freshness,
                    only.facts().stream().map(fact -> line(fact, now)).toList(),
                    only.ref(),
                    stage.kind().basis());
        }
        return new StageText(
                caption,
                texts.get("overview.stage." + stage.kind() + ".many", stations.size()),
                stage.state(),
                word(stage),
                freshness,
                stations.stream().limit(LINES).map(StageTexts::line).toList(),
                null,
                stage.kind().basis());
    }

    public StageText of(TargetStage stage, Deployment deployment, Instant now) {
        var freshness = deployment.observed(Parts.TARGETS).freshness(now);
        var caption = texts.get("overview.stage.TARGETS");
        if (!stage.read()) {
            return unread(caption, stage.problem(), Parts.TARGETS);
        }
        if (stage.total() == 0) {
            return new StageText(
                    caption,
                    texts.get("overview.stage.none"),
                    State.UNKNOWN,
                    "",
                    freshness,
                    List.of(),
                    null,
                    Parts.TARGETS);
        }
        var named = stage.name().isEmpty() ? texts.get("overview.stage.TARGETS.groups", stage.groups()) : stage.name();
        return new StageText(
                caption + " · " + named,
                texts.get("overview.stage.TARGETS.healthy", stage.healthy(), stage.total()),
                stage.state(),
                word(stage.state()),
                freshness,
                zones(stage),
                null,
                Parts.TARGETS);
    }

    private List<StageText.Line> zones(TargetStage stage) {
        var lines = new ArrayList<StageText.Line>();
        int shown = stage.zones().size() > LINES ? LINES - 1 : LINES;
        stage.zones().stream().limit(shown).forEach(zone -> {
            var alone = zone.address() != null;
            var counted = texts.get("overview.stage.zone.healthy", zone.healthy(), zone.total());
            lines.add(new StageText.Line(
                    zone.condition().state(),
                    zone.name(),
                    alone || zone.condition().state() != State.HEALTHY
                            ? zone.condition().word()
                            : counted,
                    alone ? String.valueOf(zone.address()) : zone.condition().state() == State.HEALTHY ? "" : counted,
                    zone.ref()));
        });
        if (stage.zones().size() > shown) {
            lines.add(new StageText.Line(
                    null, texts.get("overview.stage.zones.more", stage.zones().size() - shown), "", "", null));
        }
        return lines;
    }

    private StageText unread(String caption, @Nullable Problem problem, io.atalaya.deployment.Part<?> basis) {
        if (problem == null) {
            return new StageText(
                    caption,
                    texts.get("overview.stage.asking"),
                    State.UNKNOWN,
                    "",
                    Freshness.NEVER_READ,
                    List.of(),
                    null,
                    basis);
        }
        var needs = problem.kind() == Problem.Kind.DENIED;
        var named = problem.missingAction() == null ? problem.call() : problem.missingAction();
        return new StageText(
                caption,
                texts.get("overview.stage.unknown"),
                State.UNKNOWN,
                texts.get("overview.state." + reason(problem)),
                Freshness.NEVER_READ,
                List.of(new StageText.Line(
                        null,
                        needs ? texts.get("common.sight.needs") : new ProblemTexts(texts).what(problem),
                        needs ? named : "",
                        "",
                        null)),
                null,
                basis);
    }

    static String reason(Problem problem) {
        return switch (problem.kind()) {
            case DENIED -> "denied";
            case NOT_OFFERED -> "notOffered";
            case BLOCKED -> "waiting";
            default -> "failed";
        };
    }

    private String word(Stage stage) {
        var bad = stage.count(stage.state());
        return stage.state() == State.HEALTHY ? texts.get("overview.word.all") : bad + " " + word(stage.state());
    }

    String word(State state) {
        return texts.get("overview.word." + state);
    }

    private static StageText.Line line(Station station) {
        return new StageText.Line(
                station.condition().state(), station.name(), station.condition().word(), "", station.ref());
    }

    private StageText.Line line(Fact fact, Instant now) {
        var arguments = fact.arguments();
        var label = texts.get("overview.fact." + fact.kind());
        return switch (fact.kind()) {
            case ALIASES_FOUND, CHECKERS_HEALTHY ->
                plain(label, arguments.getFirst() + " / " + arguments.getLast(), "");
            case MOUNT_TARGETS -> plain(label, texts.get("overview.fact.MOUNT_TARGETS.value", arguments.toArray()), "");
            case RECORD_SETS -> plain(label, String.valueOf(arguments.getFirst()), "");
            case REQUESTS -> plain(label, units.number((Double) arguments.getFirst()) + " /s", "");
            case ERRORS ->
                plain(
                        label,
                        units.number((Double) arguments.getFirst()),
                        (Double) arguments.getLast() > (Double) arguments.getFirst()
                                ? texts.get("overview.fact.ERRORS.peak", units.number((Double) arguments.getLast()))
                                : "");
            case ZONES -> plain(label, String.valueOf(arguments.getFirst()), "");
            case CONNECTIONS ->
                plain(
                        label,
                        texts.get("overview.fact.CONNECTIONS.value", units.number((Double) arguments.getFirst())),
                        "");
            case STORAGE ->
                plain(
                        label,
                        texts.get(
                                "overview.fact.STORAGE.value",
                                units.number((Double) arguments.getFirst()),
                                units.number((Integer) arguments.getLast())),
                        "");
            case ALLOCATED -> plain(label, units.gib((Integer) arguments.getFirst()), "");
            case SIZE ->
                plain(
                        label,
                        units.bytes((Long) arguments.getFirst()),
                        arguments.getLast() instanceof Instant at
                                ? texts.get("overview.fact.SIZE.measured", ages.time(at, now))
                                : "");
        };
    }

    private static StageText.Line plain(String label, String value, String note) {
        return new StageText.Line(null, label, value, note, null);
    }
}
