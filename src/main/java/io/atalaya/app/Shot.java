package io.atalaya.app;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.ui.Reach;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.shell.ShellController;
import io.atalaya.ui.shell.ShellModel;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * One picture of the program.
 *
 * @param name of the file
 * @param view the view at hand
 * @param prepare what a person would do before looking, on the JavaFX thread
 * @param meanwhile what happens while the person looks, on another
 */
record Shot(String name, String view, Consumer<Desk> prepare, Meanwhile meanwhile) {
    /** What a person sits at. */
    record Desk(ShellModel model, ShellController shell, Deployment deployment) {
        private void reveal(ResourceRef resource) {
            model.reveal(resource);
        }

        /** Opens the confirmation of an act, where it is offered. */
        private void confirm(ResourceRef on, String act) {
            shell.acting().on(on).stream()
                    .filter(it -> it.key().equals("operate.act." + act))
                    .findFirst()
                    .ifPresent(it -> it.open().accept(shell.root()));
        }
    }

    /** Returns when the picture can be made. */
    @FunctionalInterface
    interface Meanwhile {
        void happens() throws InterruptedException;
    }

    /** Of the perimeter, from the left. */
    private static final int WORLD = 3;

    private static final int MATRIX = 4;

    static final Shot PRACTICE = new Shot("game-day", "practice");

    /** Of any connection: nothing here changes anything. */
    static final List<Shot> ALL = List.of(
            new Shot("overview", "overview"),
            new Shot("topology", "topology"),
            new Shot("inspector", "topology", Shot::inspectAnInstance),
            new Shot("compute", "compute"),
            new Shot("balancing", "balancing"),
            new Shot("balancing-target", "balancing", Shot::chooseATarget),
            new Shot("databases", "databases"),
            new Shot("file-systems", "filesystems"),
            new Shot("logs-empty", "logs"),
            new Shot("dns", "dns"),
            new Shot("dns-zones", "dns", desk -> reveal(desk, Parts.HOSTED_ZONES)),
            new Shot("dns-checks", "dns", desk -> reveal(desk, Parts.HEALTH_CHECKS)),
            new Shot("perimeter", "perimeter"),
            new Shot("perimeter-refused", "perimeter", Shot::askForADatabase),
            new Shot("perimeter-groups", "perimeter", desk -> reveal(desk, Parts.SECURITY_GROUPS)),
            new Shot("perimeter-acls", "perimeter", desk -> reveal(desk, Parts.NETWORK_ACLS)),
            new Shot("perimeter-world", "perimeter", desk -> turnTo(desk, WORLD)),
            new Shot("perimeter-matrix", "perimeter", desk -> turnTo(desk, MATRIX)),
            new Shot("activity", "activity"),
            new Shot("evidence-empty", "evidence"),
            new Shot("confirm-stop", "compute", Shot::confirmStoppingAMember),
            PRACTICE);

    /** A view that fills the screen instead of the shell. */
    static final String WALL = "wall";

    /** What the NOC watches. */
    static final List<Shot> NOC =
            List.of(new Shot("noc", "noc"), new Shot("noc-chart", "noc", Shot::openATile), new Shot("wall", WALL));

    Shot(String name, String view) {
        this(name, view, desk -> {});
    }

    Shot(String name, String view, Consumer<Desk> prepare) {
        this(name, view, prepare, () -> {});
    }

    /** Of a sandbox that is armed. */
    static final List<Shot> ARMED = List.of(new Shot("confirm-reboot", "databases", Shot::confirmRebootingADatabase));

    /** Of a sandbox on which somebody has acted. */
    static final List<Shot> ACTED =
            List.of(new Shot("activity", "activity"), new Shot("activity-act", "activity", Shot::chooseAnAct));

    /** Of a sandbox of which there are capsules. */
    static final List<Shot> EVIDENCE = List.of(
            new Shot("evidence", "evidence", desk -> chooseACapsule(desk, 0)),
            new Shot("evidence-claims", "evidence", desk -> chooseACapsule(desk, 1)),
            new Shot("evidence-picture", "evidence", desk -> chooseACapsule(desk, 2)),
            new Shot(
                    "evidence-new", "evidence", desk -> fire(desk.shell().root().lookup("#evidence-new"))));

    /** While somebody acts. */
    static Shot watched(Rehearsal rehearsal) {
        return new Shot("acted", "compute", desk -> {}, rehearsal::whileWatched);
    }

    Shot named(String other) {
        return new Shot(other, view, prepare, meanwhile);
    }

    /** Opens the view where nobody sees it, does what is to be done, and takes the picture. */
    WritableImage picture(Program program, ConnectionScope scope, Theme.Mode mode, int width, int height)
            throws InterruptedException {
        var opened = OnFx.call(() -> OpenedView.open(program, scope, view, mode, width, height));
        OnFx.pulses(4);
        OnFx.call(() -> {
            if (opened.content() instanceof ShellController shell) {
                prepare.accept(new Desk(opened.model(), shell, scope.current()));
            }
            return this;
        });
        meanwhile.happens();
        OnFx.pulses(6);
        return OnFx.call(() -> opened.snapshotAndClose(1));
    }

    /** One that fails where there is one. */
    private static void chooseATarget(Desk desk) {
        desk.deployment().items(Parts.TARGETS).stream()
                .max(Comparator.comparing(each -> Conditions.of(each).state()))
                .ifPresent(target -> desk.reveal(new ResourceRef(ResourceType.INSTANCE, target.targetId())));
    }

    private static <T extends Resource> void reveal(Desk desk, Part<T> part) {
        desk.deployment().items(part).stream().findFirst().ifPresent(first -> desk.reveal(first.ref()));
    }

    private static void inspectAnInstance(Desk desk) {
        reveal(desk, Parts.INSTANCES);
    }

    /** The internet to a database, which is refused. */
    private static void askForADatabase(Desk desk) {
        desk.deployment().items(Parts.DATABASES).stream().findFirst().ifPresent(each -> desk.model()
                .ask(Reach.of(each.ref())));
    }

    private static void turnTo(Desk desk, int tab) {
        if (desk.shell().root().lookup("#perimeter-pills") instanceof Parent pills
                && pills.getChildrenUnmodifiable().get(tab) instanceof ToggleButton pill) {
            pill.fire();
        }
    }

    /** The first of the catalogue. */
    private static void openATile(Desk desk) {
        var tile = desk.shell().root().lookup(".noc-tile");
        if (tile != null) {
            tile.executeAccessibleAction(AccessibleAction.FIRE);
        }
    }

    /** The first that was confirmed. */
    private static void chooseAnAct(Desk desk) {
        if (desk.shell().root().lookup("#activity-table") instanceof TableView<?> table) {
            table.getSelectionModel().selectLast();
        }
    }

    /** Verified, and open where that tab is. */
    private static void chooseACapsule(Desk desk, int tab) {
        var root = desk.shell().root();
        fire(root.lookup("#evidence-verify-all"));
        if (root.lookup("#evidence-table") instanceof TableView<?> table) {
            table.getSelectionModel().select(0);
        }
        if (root.lookup("#evidence-tabs") instanceof Parent tabs
                && tabs.getChildrenUnmodifiable().get(tab) instanceof ToggleButton pill) {
            pill.fire();
        }
    }

    private static void fire(@Nullable Node button) {
        if (button instanceof Button pressed) {
            pressed.fire();
        }
    }

    private static void confirmStoppingAMember(Desk desk) {
        var deployment = desk.deployment();
        deployment.items(Parts.INSTANCES).stream()
                .filter(it -> deployment.index().scalingGroup(it.id()) != null)
                .findFirst()
                .ifPresent(it -> {
                    desk.reveal(it.ref());
                    desk.confirm(it.ref(), "StopInstance");
                });
    }

    private static void confirmRebootingADatabase(Desk desk) {
        desk.deployment().items(Parts.DATABASES).stream().findFirst().ifPresent(it -> {
            desk.reveal(it.ref());
            desk.confirm(it.ref(), "RebootDatabase");
        });
    }
}
