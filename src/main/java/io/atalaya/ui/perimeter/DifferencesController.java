package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.State;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.ViewLoader;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What opened, what closed and which rules came and went since a moment that this console remembers. */
final class DifferencesController {
    private static final int MOST = 60;
    private static final int ADDRESS = 0;
    private static final int PROTOCOL = 1;
    private static final int PORTS = 2;
    private static final int WHO = 3;

    private final ViewContext context;
    private final PastPerimeters kept;
    private final PerimeterPorts ports;
    private final Parent root;
    private final List<PastPerimeter> known = new ArrayList<>();
    private boolean loading;
    private boolean loaded;
    private @Nullable PastPerimeter newest;

    @FXML
    private ComboBox<PastPerimeter> moments;

    @FXML
    private DataTable<Difference> differences;

    @FXML
    private Label since;

    @FXML
    private Label note;

    DifferencesController(ViewContext context, PerimeterPorts ports) {
        this.context = context;
        this.kept = ports.kept();
        this.ports = ports;
        this.root = ViewLoader.load(this, context.texts());
    }

    @FXML
    private void initialize() {
        var texts = context.texts();
        differences.setRowKey(each -> each);
        differences.getColumns().addAll(columns());
        differences.setPlaceholder(new Label(texts.get("perimeter.differences.none")));
        ColumnWidths.share(differences);
        moments.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable PastPerimeter each) {
                return each == null
                        ? ""
                        : new Ages(texts, context.zone())
                                .time(each.at(), context.now().getValue());
            }

            @Override
            public @Nullable PastPerimeter fromString(String text) {
                return null;
            }
        });
        since.setVisible(false);
        moments.setVisible(false);
        moments.setOnAction(event -> compare());
        note.setText(texts.get("perimeter.differences.note"));
    }

    private List<TableColumn<Difference, ?>> columns() {
        return List.of(
                Columns.<Difference>state(title("state"), 140, this::seen),
                Columns.<Difference>name(title("on"), 150, Difference::name),
                Columns.<Difference>text(title("whatDiffers"), 420, this::what),
                Columns.<Difference>mono(title("id"), 190, each -> tail(each.ref())));
    }

    private String title(String key) {
        return context.texts().get("perimeter.column." + key);
    }

    private static String tail(String ref) {
        return ref.substring(Math.max(ref.indexOf(' '), ref.lastIndexOf(':')) + 1);
    }

    /** What opened asks for a look; a rule that came or went is a fact. */
    private Seen seen(Difference each) {
        var state = each.kind() == Difference.Kind.OPENED
                ? State.DEGRADED
                : each.kind() == Difference.Kind.CLOSED ? State.HEALTHY : State.UNKNOWN;
        return new Seen(
                Condition.of(state, context.texts().get("perimeter.difference." + each.kind())), Freshness.CURRENT);
    }

    private String what(Difference each) {
        var texts = context.texts();
        if (each.kind() != Difference.Kind.OPENED && each.kind() != Difference.Kind.CLOSED
                || each.what().size() <= WHO) {
            return String.join(" ", each.what());
        }
        var protocol = Protocol.parse(each.what().get(PROTOCOL)).orElse(null);
        if (protocol == null) {
            return String.join(" ", each.what());
        }
        var name = protocol.equals(Protocol.TCP)
                ? "TCP"
                : protocol.equals(Protocol.UDP)
                        ? "UDP"
                        : protocol.isIcmp() ? "ICMP" : String.valueOf(protocol.number());
        return name + (protocol.isIcmp() ? "" : " " + each.what().get(PORTS)) + " · "
                + each.what().get(ADDRESS) + " · "
                + (each.what().get(WHO).equals("*")
                        ? texts.get("perimeter.world.everyone")
                        : each.what().get(WHO));
    }

    Parent root() {
        return root;
    }

    /** A newer moment, and what is kept of earlier ones when it is the first. */
    void show(WorldModel.Made made) {
        var moment = made.moment();
        if (moment == null) {
            return;
        }
        if (!loading) {
            loading = true;
            behind(() -> {
                var read = kept.load().stream()
                        .flatMap(text -> PastPerimeter.read(text).stream())
                        .toList();
                ports.screen().execute(() -> {
                    loaded = true;
                    read.forEach(this::remember);
                    show();
                });
            });
        }
        if (newest == null || !newest.saysSame(moment)) {
            newest = moment;
            remember(moment);
            var day = moment.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
            behind(() -> kept.save(day, moment.text()));
            show();
        }
    }

    private void behind(Runnable task) {
        try {
            ports.background().execute(task);
        } catch (RejectedExecutionException closed) {
            loaded = true; // the connection has ended: nobody looks any more
        }
    }

    private void remember(PastPerimeter moment) {
        known.removeIf(each -> each.at().equals(moment.at()));
        known.add(moment);
        known.sort(Comparator.comparing(PastPerimeter::at).reversed());
        while (known.size() > MOST) {
            known.removeLast();
        }
    }

    /** The moments before now, and that of about a day ago chosen unless a person chose another. */
    private void show() {
        var now = newest;
        if (now == null || !loaded) {
            return;
        }
        var chosen = moments.getValue();
        var earlier =
                known.stream().filter(each -> each.at().isBefore(now.at())).toList();
        moments.getItems().setAll(earlier);
        moments.setVisible(!earlier.isEmpty());
        since.setVisible(!earlier.isEmpty());
        var dayAgo = now.at().minus(Duration.ofHours(18));
        var usual = earlier.stream()
                .filter(each -> each.at().isBefore(dayAgo))
                .findFirst()
                .orElse(earlier.isEmpty() ? null : earlier.getLast());
        moments.setValue(chosen != null && earlier.contains(chosen) ? chosen : usual);
        compare();
    }

    private void compare() {
        var then = moments.getValue();
        var now = newest;
        var texts = context.texts();
        differences.apply(then == null || now == null ? List.of() : Difference.between(then, now));
        ((Label) differences.getPlaceholder())
                .setText(texts.get(then == null ? "perimeter.differences.first" : "perimeter.differences.none"));
    }
}
