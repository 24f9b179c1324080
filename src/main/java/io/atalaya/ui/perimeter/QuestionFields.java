package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Where a question is typed: two ends and a port with completion, or the whole line in the first; and those asked before. */
final class QuestionFields {
    private static final int OFFERS = 40;

    /** What becomes of what is typed. */
    interface Hearing {
        void ask(Asked question);

        /** It is no question yet. */
        void lacks(String why);
    }

    private final Texts texts;
    private final AskModel model;
    private final CompletedField from;
    private final CompletedField to;
    private final CompletedField on;
    private final Supplier<Deployment> deployment;
    private final Hearing hearing;
    private boolean typing;

    /** @param deployment the one that was answered last */
    QuestionFields(
            Texts texts,
            AskModel model,
            List<CompletedField> fields,
            Supplier<Deployment> deployment,
            Hearing hearing) {
        this.texts = texts;
        this.model = model;
        this.from = fields.get(0);
        this.to = fields.get(1);
        this.on = fields.get(2);
        this.deployment = deployment;
        this.hearing = hearing;
    }

    /** @param layer where offers are drawn */
    void begin(Pane layer) {
        from.setAccessibleText(texts.get("perimeter.ask.from"));
        to.setAccessibleText(texts.get("perimeter.ask.to"));
        on.setAccessibleText(texts.get("perimeter.ask.port"));
        from.follow(layer, this::ends, typed -> typed(from, typed));
        to.follow(layer, this::ends, typed -> typed(to, typed));
        on.follow(layer, this::traffic, typed -> typed(on, typed));
    }

    /** What is typed is not what was answered. */
    boolean isTyping() {
        return typing;
    }

    boolean isFocused() {
        return from.isFocused() || to.isFocused() || on.isFocused();
    }

    void focus() {
        from.requestFocus();
    }

    void settle(Asked question) {
        typing = false;
        from.settle(question.from().text());
        to.settle(question.to().text());
        on.settle(withName(question.traffic()));
    }

    private static String withName(TrafficChoice choice) {
        return choice.detail().isEmpty() || !choice.text().startsWith("TCP ")
                ? choice.text()
                : choice.text() + " " + choice.detail();
    }

    private @Nullable EndBook book() {
        var made = model.made();
        return made == null ? null : made.ends();
    }

    private List<CompletedField.Offer> ends(String typed) {
        var book = book();
        return book == null
                ? List.of()
                : book.complete(typed, OFFERS).stream()
                        .map(each -> new CompletedField.Offer(each.text(), each.detail(), each.kind()))
                        .toList();
    }

    private List<CompletedField.Offer> traffic(String typed) {
        var book = book();
        var end = book == null ? null : book.parse(to.getText()).orElse(null);
        return model.traffic().complete(typed, deployment.get(), end, OFFERS).stream()
                .map(each -> new CompletedField.Offer(each.text(), each.detail(), ""))
                .toList();
    }

    /** A person settled on a text in one of the fields: the whole line in one, or one of its parts. */
    private void typed(CompletedField in, String text) {
        var book = book();
        if (book == null) {
            return;
        }
        if (in == from && QuestionLine.isWhole(text)) {
            var whole = new QuestionLine(book, model.traffic()).parse(text);
            if (whole.isPresent()) {
                hearing.ask(whole.get());
                return;
            }
        }
        var one = book.parse(from.getText());
        var other = book.parse(to.getText());
        var what = model.traffic().parse(on.getText());
        if (one.isPresent() && other.isPresent() && what.isPresent()) {
            var question = new Asked(one.get(), other.get(), what.get());
            var made = model.made();
            if (made == null || !question.equals(made.asked()) || typing) {
                hearing.ask(question);
            }
            return;
        }
        typing = true;
        hearing.lacks(
                one.isEmpty() || other.isEmpty()
                        ? lacking(one.isEmpty() ? from.getText() : to.getText(), "perimeter.ask.noEnd")
                        : lacking(on.getText(), "perimeter.ask.noPort"));
    }

    private String lacking(String typed, String key) {
        return texts.get(typed.isBlank() ? "perimeter.ask.missing" : key, typed);
    }

    /** A menu of what was asked before. */
    void remember(Button below, List<String> lines, Consumer<Asked> chosen) {
        var menu = new ContextMenu();
        var book = book();
        for (var line : lines) {
            var item = new MenuItem(line.replaceFirst("\t", " → ").replace('\t', ' '));
            item.setMnemonicParsing(false);
            var question =
                    book == null ? Optional.<Asked>empty() : new QuestionLine(book, model.traffic()).remembered(line);
            question.ifPresentOrElse(it -> item.setOnAction(event -> chosen.accept(it)), () -> item.setDisable(true));
            menu.getItems().add(item);
        }
        if (menu.getItems().isEmpty()) {
            var none = new MenuItem(texts.get("perimeter.ask.before.none"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
        menu.show(below, Side.BOTTOM, 0, 2);
    }
}
