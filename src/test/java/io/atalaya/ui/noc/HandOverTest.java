package io.atalaya.ui.noc;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.noc.chart.ChartSaver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOverTest extends UiTest {
    @TempDir
    Path folder;

    @Test
    void theNameSaysWhatIsWritten() throws Exception {
        var world = new Contexts();
        var desk = new MemoryDesk("m.rojas", world.now::get);
        var told = new ArrayList<String>();
        for (var ending : List.of(".pdf", ".csv", ".txt")) {
            doOnFx(() -> {
                world.deployment.set(CheckopSample.degraded());
                var before = Contexts.NOW.minus(Duration.ofMinutes(4));
                desk.look(Troubles.all(Troubles.cpu(before), Troubles.targets(before)));
                var saver = new ChartSaver(
                        name -> Optional.of(folder.resolve(name.replace(".pdf", ending))),
                        Runnable::run,
                        Runnable::run);
                new HandOver(world.context(new Texts(Locale.of("es"), DeskRowsTest.BUNDLES)), desk, saver)
                        .save(Duration.ofHours(12), (key, argument) -> told.add(key));
            });
        }
        assertThat(told).containsExactly("noc.chart.saved", "noc.chart.saved", "noc.chart.saved");
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var content = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                var text = Files.size(file) > 0 && !file.toString().endsWith(".pdf") ? Files.readString(file) : "";
                switch (file.toString().substring(file.toString().length() - 4)) {
                    case ".pdf" -> assertThat(content).startsWith("%PDF-");
                    case ".csv" -> assertThat(text).startsWith("Gravedad,").contains("AUTOChOp");
                    default -> assertThat(text).startsWith("Entrega de turno").contains("Crítico", "AUTOChOp");
                }
            }
        }
        assertThat(folder.toFile().list()).hasSize(3);
    }
}
