package io.atalaya.ui.acting;

import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.Texts;
import java.time.Duration;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** How long to arm this deployment for; or to disarm it. */
public final class ArmingController {
    private static final List<Integer> MINUTES = List.of(5, 15, 60);

    private final ArmingModel model;
    private final ActingDesk.Ports ports;
    private final Texts texts;
    private final Runnable close;

    @FXML
    private Label title;

    @FXML
    private Label where;

    @FXML
    private Pills<Integer> minutes;

    @FXML
    private CheckBox profile;

    @FXML
    private TextField tags;

    @FXML
    private Button arm;

    @FXML
    private Button disarm;

    ArmingController(ActingDesk.Ports ports, ArmingModel model, Texts texts, Runnable close) {
        this.model = model;
        this.ports = ports;
        this.texts = texts;
        this.close = close;
    }

    @FXML
    void initialize() {
        where.setText(ports.deployment());
        MINUTES.forEach(each -> minutes.add(each, texts.get("acting.minutes", each)));
        minutes.valueProperty().set((int) ArmingModel.USUAL.toMinutes());
        boolean armed = model.armed().getValue();
        title.setText(texts.get(armed ? "acting.arm.again" : "acting.arm.title"));
        minutes.valueProperty().subscribe(it -> arm.setText(texts.get("acting.arm", it)));
        var protection = ports.protection();
        profile.setSelected(protection.get().profiles().contains(ports.profile()));
        profile.selectedProperty().addListener((it, before, now) -> protection.protect(ports.profile(), now));
        tags.setText(protection.tags());
        tags.textProperty().addListener((it, before, now) -> protection.protectTags(now));
        tags.setAccessibleText(texts.get("acting.protect.tags"));
        arm.setDefaultButton(!armed);
        disarm.setVisible(armed);
        disarm.setManaged(armed);
        disarm.setDefaultButton(armed);
    }

    /** What has the keyboard when it opens: to disarm where it is armed, else to arm. */
    public Button first() {
        return disarm.isVisible() ? disarm : arm;
    }

    @FXML
    void arm() {
        var chosen = minutes.valueProperty().get();
        model.arm(chosen == null ? ArmingModel.USUAL : Duration.ofMinutes(chosen));
        close.run();
    }

    @FXML
    void disarm() {
        model.disarm();
        close.run();
    }
}
