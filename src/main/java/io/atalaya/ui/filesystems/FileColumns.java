package io.atalaya.ui.filesystems;

import io.atalaya.deployment.AccessPoint;
import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.State;
import io.atalaya.deployment.files.FileSystemFacts;
import io.atalaya.deployment.files.MountFacts;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** The columns of the three tables. */
final class FileColumns {
    private final Texts texts;
    private final FileTexts words;
    private final Units units;
    private final Ages ages;
    private final Supplier<Instant> now;

    FileColumns(Texts texts, FileTexts words, Ages ages, Supplier<Instant> now) {
        this.texts = texts;
        this.words = words;
        this.units = words.units();
        this.ages = ages;
        this.now = now;
    }

    private String title(String key) {
        return texts.get("filesystems.column." + key);
    }

    private static <C extends TableColumn<?, ?>> C held(C column) {
        column.setMinWidth(column.getPrefWidth());
        return column;
    }

    private TableColumn<Row, Double> number(
            String key, double width, Function<FileSystemFacts, @Nullable Double> of, Function<Double, String> format) {
        return held(Columns.number(title(key), width, row -> of.apply(row.facts()), format));
    }

    List<TableColumn<Row, ?>> fileSystems() {
        return List.of(
                held(Columns.<Row>state(title("state"), 100, Row::seen)),
                held(Columns.<Row>name(
                        title("name"), 96, row -> row.facts().files().name())),
                id(),
                number("size", 84, it -> (double) it.files().sizeBytes(), units::bytes),
                held(Columns.<Row>mono(title("measured"), 84, row -> {
                    var at = row.facts().files().sizeMeasuredAt();
                    return at == null ? null : ages.time(at, now.get());
                })),
                number(
                        "growth",
                        96,
                        it -> it.growth() == null ? null : (Double) it.growth().bytesPerDay(),
                        words::perDay),
                Columns.<Row>text(title("plan"), 130, row -> words.forecastBrief(row.facts())),
                Columns.<Row>text(
                        title("mode"),
                        130,
                        row -> FileTexts.throughputMode(row.facts().files())),
                number("use", 60, it -> it.use().value(), units::percent),
                number(
                        "credits",
                        92,
                        it -> it.credits() == null ? null : it.credits().balance(),
                        units::bytes),
                number("ioLimit", 70, it -> it.ioLimit().value(), units::percent),
                number("clients", 62, it -> it.clients().value(), units::number),
                held(Columns.<Row>text(
                        title("backup"),
                        84,
                        row -> row.facts().policies() == null
                                ? null
                                : words.backup(row.facts().policies()))));
    }

    private TableColumn<Row, String> id() {
        var column =
                Columns.<Row>mono(title("id"), 150, row -> row.facts().files().id());
        column.getStyleClass().add(ColumnWidths.KEEPS);
        return column;
    }

    /** @param trust of the list of mount targets */
    List<TableColumn<MountFacts, ?>> mounts(Supplier<Freshness> trust) {
        return List.of(
                held(Columns.<MountFacts>state(title("state"), 96, it -> new Seen(condition(it), trust.get()))),
                held(Columns.<MountFacts>text(title("zone"), 88, MountFacts::zone)),
                held(Columns.<MountFacts>mono(
                        title("address"), 92, it -> it.mount().ip())),
                Columns.<MountFacts>text(
                        title("subnet"),
                        88,
                        it -> it.subnet() == null
                                ? it.mount().subnetId()
                                : it.subnet().name()),
                Columns.<MountFacts>text(title("groups"), 130, FileTexts::groups),
                Columns.<MountFacts>text(title("machines"), 130, it -> machines(it)));
    }

    private String machines(MountFacts mount) {
        return mount.shutOut().isEmpty()
                ? texts.get("filesystems.mounts.clients", mount.clients())
                : texts.get(
                        "filesystems.mounts.shutOut",
                        mount.clients(),
                        mount.shutOut().size());
    }

    /** The word is EFS's; a mount target that works and that some machines cannot reach is drawn as degraded. */
    private static Condition condition(MountFacts mount) {
        var own = Conditions.of(mount.mount());
        return own.state() == State.HEALTHY && !mount.shutOut().isEmpty()
                ? new Condition(State.DEGRADED, own.word(), String.join("\n", mount.shutOut()))
                : own;
    }

    List<TableColumn<AccessPoint, ?>> points(Supplier<Freshness> trust) {
        return List.of(
                held(Columns.<AccessPoint>state(title("state"), 96, it -> new Seen(state(it), trust.get()))),
                held(Columns.<AccessPoint>name(title("name"), 160, AccessPoint::name)),
                held(Columns.<AccessPoint>mono(title("path"), 100, AccessPoint::path)),
                held(Columns.<AccessPoint>mono(title("user"), 104, words::user)),
                held(Columns.<AccessPoint>mono(title("id"), 170, AccessPoint::id)));
    }

    private static Condition state(AccessPoint point) {
        var state =
                switch (point.state()) {
                    case "available" -> State.HEALTHY;
                    case "creating", "updating", "deleting", "deleted" -> State.CHANGING;
                    case "error" -> State.FAILED;
                    default -> State.UNKNOWN;
                };
        return Condition.of(state, point.state());
    }
}
