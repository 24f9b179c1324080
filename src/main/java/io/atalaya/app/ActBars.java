package io.atalaya.app;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.acting.ActBar;
import io.atalaya.ui.dns.DnsController;
import io.atalaya.ui.filesystems.FileSystemsController;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Puts what can be done into the heads of the views that have room for it and no bar of their own. */
final class ActBars {
    private ActBars() {}

    static FileSystemsController in(FileSystemsController view, ViewContext context) {
        view.acts().getChildren().add(bar(context, view.detailedProperty()));
        return view;
    }

    static DnsController in(DnsController view, ViewContext context) {
        view.acts().getChildren().add(bar(context, view.detailedProperty()));
        return view;
    }

    private static ActBar bar(ViewContext context, ObservableValue<@Nullable ResourceRef> detailed) {
        var bar = new ActBar();
        bar.follow(context, detailed);
        return bar;
    }
}
