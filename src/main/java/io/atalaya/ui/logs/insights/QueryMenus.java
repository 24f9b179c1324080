package io.atalaya.ui.logs.insights;

import io.atalaya.logs.insights.Samples;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;

/** Queries one may begin with: samples, and those that were asked before. */
final class QueryMenus {
    private static final int MOST = 20;
    private static final int MOST_CHARS = 90;

    private final InsightsModel model;
    private final ViewContext context;
    private final Ages ages;

    QueryMenus(InsightsModel model, ViewContext context) {
        this.model = model;
        this.context = context;
        this.ages = new Ages(context.texts(), context.zone());
    }

    List<MenuItem> samples() {
        return Samples.all().stream()
                .map(it -> item(context.texts().get("insights.sample." + it.key()), () -> model.textProperty()
                        .set(it.text())))
                .toList();
    }

    /** The newest first; one that can not be chosen where there is none. */
    List<MenuItem> history() {
        var items = new ArrayList<MenuItem>();
        var now = context.now().getValue();
        for (var entry : model.history().entries().stream().limit(MOST).toList()) {
            items.add(item(ages.time(entry.at(), now) + "   " + line(entry.text()), () -> model.take(entry)));
        }
        if (items.isEmpty()) {
            var none = new MenuItem(context.texts().get("insights.history.none"));
            none.setDisable(true);
            items.add(none);
        }
        return items;
    }

    private static String line(String query) {
        var line = query.strip().replaceAll("\\s*\\n\\s*", " ");
        return AwsText.line(line.length() > MOST_CHARS ? line.substring(0, MOST_CHARS) + "…" : line);
    }

    private static MenuItem item(String text, Runnable act) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(it -> act.run());
        return item;
    }
}
