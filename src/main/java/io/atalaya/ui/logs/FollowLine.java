package io.atalaya.ui.logs;

import io.atalaya.logs.tail.TailStatus;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** Whether the rows follow what comes, whether anything comes, and how much came since one let go. */
final class FollowLine {
    private final Reader reader;
    private final Texts texts;
    private final Units units;
    private final Nodes nodes;

    /** What it says that with. */
    record Nodes(Icon sign, Label state, Button pause, Icon pauseSign, Button jump) {}

    FollowLine(Reader reader, Texts texts, Nodes nodes) {
        this.reader = reader;
        this.texts = texts;
        this.units = new Units(texts.getLocale());
        this.nodes = nodes;
    }

    void say() {
        var state = reader.log().status().state();
        var follows = reader.model().follows();
        var over = state == TailStatus.State.ENDED;
        var paused = state == TailStatus.State.PAUSED;
        nodes.sign.show(over ? Feather.ARCHIVE : follows ? Feather.CHEVRONS_DOWN : Feather.PAUSE);
        nodes.state.setText(texts.get(
                over
                        ? "logs.follow.ended"
                        : paused ? "logs.follow.paused" : follows ? "logs.follow.yes" : "logs.follow.no"));
        nodes.pause.setText(texts.get(paused ? "logs.resume" : "logs.pause"));
        nodes.pauseSign.show(paused ? Feather.PLAY : Feather.PAUSE);
        nodes.pause.setDisable(over);
        var news = reader.model().news();
        nodes.jump.setVisible(!follows);
        nodes.jump.setText(news > 0 ? texts.get("logs.jump.news", units.count(news)) : texts.get("logs.jump"));
    }

    void pauseOrResume() {
        var log = reader.log();
        if (log.status().state() == TailStatus.State.PAUSED) {
            log.resume();
        } else {
            log.pause();
        }
    }
}
