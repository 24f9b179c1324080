package io.atalaya.ui.shell;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.ui.Acts;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;

/** Makes palette entries of every act on every resource: {@code Stop instance AUTOChOp}. */
final class PaletteActs {
    private final Texts texts;
    private final Acts acts;

    PaletteActs(Texts texts, Acts acts) {
        this.texts = texts;
        this.acts = acts;
    }

    List<PaletteEntry> of(Deployment deployment) {
        var kind = texts.get("shell.kind.act");
        var entries = new ArrayList<PaletteEntry>();
        for (var part : Parts.all()) {
            for (var item : deployment.items(part)) {
                if (item instanceof Resource resource) {
                    for (var offer : acts.on(resource.ref())) {
                        entries.add(new PaletteEntry(
                                kind,
                                texts.get("acting.titled", offer.title(), resource.name()),
                                resource.name().equals(resource.id()) ? "" : resource.id(),
                                List.of(),
                                null,
                                new PaletteEntry.Goal.Operate(offer)));
                    }
                }
            }
        }
        return List.copyOf(entries);
    }
}
