package io.atalaya.ui.shell;

import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import io.atalaya.watch.ApiMeter;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** What this console costs the account, call by call. A picture of the moment it was opened. */
public final class MeterController {
    private static final int MOST = 12;

    private final ApiMeter meter;
    private final Texts texts;

    @FXML
    private Label share;

    @FXML
    private DataTable<ApiMeter.ApiUse> apis;

    MeterController(ApiMeter meter, Texts texts) {
        this.meter = meter;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        var units = new Units(texts.getLocale());
        share.setText(
                texts.get("shell.meter.share", units.percent(meter.share() * 100), units.count(meter.throttles())));
        apis.setRowKey(ApiMeter.ApiUse::api);
        apis.getColumns().add(Columns.mono(texts.get("shell.meter.call"), 300, ApiMeter.ApiUse::api));
        apis.getColumns()
                .add(Columns.number(
                        texts.get("shell.meter.now"), 80, ApiMeter.ApiUse::callsPerSecond, units::perSecond));
        apis.getColumns()
                .add(Columns.number(
                        texts.get("shell.meter.allowed"), 80, ApiMeter.ApiUse::allowedPerSecond, units::perSecond));
        apis.getColumns().add(Columns.number(texts.get("shell.meter.calls"), 70, ApiMeter.ApiUse::calls, units::count));
        apis.getColumns()
                .add(Columns.number(texts.get("shell.meter.refused"), 70, ApiMeter.ApiUse::throttles, units::count));
        apis.apply(meter.apis());
        apis.fixedCellSizeProperty()
                .subscribe(row -> apis.setPrefHeight(
                        row.doubleValue() * (1 + Math.clamp(meter.apis().size(), 1, MOST)) + 2));
    }
}
