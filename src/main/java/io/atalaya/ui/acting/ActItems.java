package io.atalaya.ui.acting;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.ui.Acts;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Icon;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/** Acts as items of a menu, with a lock while nothing may be changed: they can be looked at all the same. */
public final class ActItems {
    private ActItems() {}

    /** @param from where the menu hangs: the confirmation opens in its window */
    public static List<MenuItem> of(ResourceRef resource, ViewContext context, Node from) {
        return context.acts().on(resource).stream()
                .map(offer -> item(offer, context.acts(), from))
                .toList();
    }

    /** The same where one line of the resource was pointed at. */
    public static List<MenuItem> of(ResourceRef resource, Acts.Line line, ViewContext context, Node from) {
        return context.acts().on(resource, line).stream()
                .map(offer -> item(offer, context.acts(), from))
                .toList();
    }

    private static MenuItem item(Acts.Offer offer, Acts acts, Node from) {
        var item = new MenuItem(offer.title());
        item.setId(offer.key().substring(offer.key().lastIndexOf('.') + 1));
        item.setMnemonicParsing(false);
        if (!acts.armed().getValue()) {
            item.setGraphic(new Icon("fth-lock"));
        }
        item.setOnAction(it -> offer.open().accept(from));
        return item;
    }
}
