package io.atalaya.ui.topology;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.ui.Reach;
import io.atalaya.ui.ViewContext;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/** The questions along the edges of a balancer's or instance's card: each opens the path in the perimeter. */
final class EdgeMenu {
    /** More than this nobody reads in a menu. */
    private static final int MOST = 12;

    /** Not asked about: a question of another view is one of TCP. */
    private static final Set<String> NOT_TCP = Set.of("UDP", "GENEVE", "QUIC");

    private final ViewContext context;
    private final TopologyPane pane;
    private final ContextMenu menu = new ContextMenu();

    EdgeMenu(ViewContext context, TopologyPane pane) {
        this.context = context;
        this.pane = pane;
    }

    void install() {
        pane.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::requested);
    }

    private void requested(ContextMenuEvent event) {
        menu.hide();
        var picture = pane.picture();
        var card = pane.at(event.getX(), event.getY());
        var node = card == null ? null : card.card().node();
        var ref = node == null ? null : node.ref();
        if (picture == null || ref == null) {
            return;
        }
        var deployment = picture.deployment();
        menu.getItems()
                .setAll(questions(deployment, ref).stream()
                        .map(each -> item(deployment, each))
                        .toList());
        if (!menu.getItems().isEmpty()) {
            menu.show(pane, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private MenuItem item(Deployment deployment, Reach question) {
        var from = question.from();
        var to = name(deployment, Objects.requireNonNull(question.to()));
        var port = String.valueOf(question.port());
        var texts = context.texts();
        var item = new MenuItem(
                from == null
                        ? texts.get("topology.ask.internet", to, port)
                        : texts.get("topology.ask.edge", name(deployment, from), to, port));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> context.navigator().ask(question));
        return item;
    }

    private static String name(Deployment deployment, ResourceRef ref) {
        return deployment.index().find(ref).map(Resource::name).orElse(ref.id());
    }

    /** Of the internet to a balancer's listeners, and of balancers to the instances they hand on to. */
    static List<Reach> questions(Deployment deployment, ResourceRef of) {
        var index = deployment.index();
        var all =
                switch (of.type()) {
                    case INSTANCE ->
                        index.targetsOf(of.id()).stream().flatMap(target -> toTarget(deployment, target, null));
                    case LOAD_BALANCER ->
                        Stream.concat(
                                index.listeners(of.id()).stream()
                                        .filter(each -> !NOT_TCP.contains(each.protocol()))
                                        .map(each -> new Reach(null, of, each.port())),
                                deployment.items(Parts.TARGETS).stream()
                                        .flatMap(target -> toTarget(deployment, target, of)));
                    default -> Stream.<Reach>empty();
                };
        return all.distinct().limit(MOST).toList();
    }

    /** @param only of this balancer; null for every one that hands on to it */
    private static Stream<Reach> toTarget(Deployment deployment, Target target, @Nullable ResourceRef only) {
        var instance = new ResourceRef(ResourceType.INSTANCE, target.targetId());
        var port = target.port();
        if (port == null || deployment.index().find(instance).isEmpty()) {
            return Stream.empty();
        }
        return deployment
                .index()
                .find(TargetGroup.class, ResourceType.TARGET_GROUP, target.targetGroupArn())
                .filter(group -> group.protocol() == null || !NOT_TCP.contains(group.protocol()))
                .stream()
                .flatMap(group -> group.balancerArns().stream())
                .map(arn -> new ResourceRef(ResourceType.LOAD_BALANCER, arn))
                .filter(balancer -> only == null || balancer.equals(only))
                .map(balancer -> new Reach(balancer, instance, port));
    }
}
