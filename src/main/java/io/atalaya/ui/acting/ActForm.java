package io.atalaya.ui.acting;

import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Texts;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The fields of an act under one another; a broken rule stands under the field that breaks it. */
final class ActForm extends VBox {
    private final Texts texts;
    private final Map<String, Label> rules = new LinkedHashMap<>();
    private final Label common = rule();
    private final List<Node> controls;
    private ActValues values;

    /** @param changed with every key */
    ActForm(List<ActField> fields, ActValues begun, Texts texts, ZoneId zone, Consumer<ActValues> changed) {
        this.texts = texts;
        this.values = begun;
        getStyleClass().add("act-form");
        var maker = new FieldControl(texts, zone);
        controls = fields.stream().map(field -> add(field, maker, changed)).toList();
        getChildren().add(common);
    }

    private Node add(ActField field, FieldControl maker, Consumer<ActValues> changed) {
        var control = maker.of(field, value -> {
            values = values.with(field.id(), value);
            changed.accept(values);
        });
        var rule = rule();
        rule.setId("rule-" + field.id());
        rules.put(field.id(), rule);
        var box = new VBox(control, rule);
        box.getStyleClass().add("act-field");
        if (!(field instanceof ActField.Check)) {
            var label = new Label(FieldControl.label(field, texts));
            label.getStyleClass().add("act-label");
            label.setLabelFor(control);
            box.getChildren().addFirst(label);
        }
        getChildren().add(box);
        return control;
    }

    /** The first control; null where there are no fields. */
    @Nullable
    Node first() {
        return controls.isEmpty() ? null : controls.getFirst();
    }

    /** Shows the rule that is broken, or none. */
    void show(Drafted.@Nullable Broken broken) {
        var at = broken == null ? null : broken.field() == null ? common : rules.getOrDefault(broken.field(), common);
        rules.values().forEach(each -> say(each, each == at ? broken : null));
        say(common, common == at ? broken : null);
    }

    private void say(Label rule, Drafted.@Nullable Broken broken) {
        rule.setVisible(broken != null);
        rule.setManaged(broken != null);
        rule.setText(
                broken == null ? "" : texts.get(broken.key(), broken.arguments().toArray()));
    }

    private static Label rule() {
        var label = new Label("", new Icon(Feather.ALERT_CIRCLE));
        label.getStyleClass().add("act-rule");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setVisible(false);
        label.setManaged(false);
        return label;
    }
}
