package io.atalaya.app;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.acting.ActBar;
import io.atalaya.ui.balancing.LoadBalancingController;
import io.atalaya.ui.balancing.Selected;
import io.atalaya.ui.databases.DatabasesController;
import io.atalaya.ui.dns.DnsController;
import io.atalaya.ui.filesystems.FileSystemsController;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Puts what can be done into the heads of the views that show what is selected. */
final class ActBars {
    private ActBars() {}

    static LoadBalancingController in(LoadBalancingController view, ViewContext context) {
        view.acts().add(bar(context, view.selectedProperty().map(Selected::resource)));
        return view;
    }

    static DatabasesController in(DatabasesController view, ViewContext context) {
        view.databaseActs().getChildren().add(bar(context, view.selectedDatabase()));
        view.snapshotActs().getChildren().add(bar(context, view.selectedSnapshot()));
        return view;
    }

    static FileSystemsController in(FileSystemsController view, ViewContext context) {
        view.acts().getChildren().add(bar(context, view.selectedProperty()));
        return view;
    }

    static DnsController in(DnsController view, ViewContext context) {
        view.acts().getChildren().add(bar(context, view.selectedProperty()));
        return view;
    }

    private static ActBar bar(ViewContext context, ObservableValue<@Nullable ResourceRef> selected) {
        var bar = new ActBar();
        bar.follow(context, selected);
        return bar;
    }
}
