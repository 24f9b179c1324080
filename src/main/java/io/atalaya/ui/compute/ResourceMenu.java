package io.atalaya.ui.compute;

import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.facts.Arns;
import io.atalaya.deployment.facts.CliText;
import io.atalaya.deployment.facts.ConsoleLinks;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.acting.ActItems;
import io.atalaya.ui.common.CopyId;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** What can be done with any row: copy, go to it, and act on it. */
final class ResourceMenu {
    private final ViewContext context;
    private @Nullable ContextMenu open;

    ResourceMenu(ViewContext context) {
        this.context = context;
    }

    void copyId(Resource resource) {
        CopyId.copy(resource.id());
    }

    void show(Node owner, Resource resource, double x, double y) {
        if (open != null) {
            open.hide();
        }
        open = menu(resource, owner);
        open.show(owner, x, y);
    }

    /** @param owner the confirmation of an act opens in its window */
    ContextMenu menu(Resource resource, Node owner) {
        var texts = context.texts();
        var deployment = context.deployment().getValue();
        var menu = new ContextMenu();
        menu.getItems().add(item("compute.menu.copyId", () -> copyId(resource)));
        if (!resource.name().equals(resource.id())) {
            menu.getItems().add(item("compute.menu.copyName", () -> CopyId.copy(resource.name())));
        }
        Arns.of(resource, deployment)
                .ifPresent(arn -> menu.getItems().add(item("compute.menu.copyArn", () -> CopyId.copy(arn))));
        if (resource instanceof Instance instance && instance.privateIp() != null) {
            var address = instance.privateIp();
            menu.getItems().add(item("compute.menu.copyPrivateIp", () -> CopyId.copy(address)));
        }
        menu.getItems().add(item("compute.menu.copyCli", () -> CopyId.copy(CliText.of(resource, deployment.region()))));
        menu.getItems()
                .add(item(
                        "compute.menu.copyConsole",
                        () -> CopyId.copy(ConsoleLinks.of(resource, deployment).toString())));
        menu.getItems().add(new SeparatorMenuItem());
        var reveal = new MenuItem(texts.get("compute.menu.reveal"));
        reveal.setOnAction(event -> context.navigator().reveal(resource.ref()));
        menu.getItems().add(reveal);
        var acts = ActItems.of(resource.ref(), context, owner);
        if (!acts.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(acts);
        }
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(context.texts().get(key));
        item.setOnAction(event -> action.run());
        return item;
    }
}
