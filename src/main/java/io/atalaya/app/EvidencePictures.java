package io.atalaya.app;

import io.atalaya.evidence.capsule.CapsuleWriter;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capture.Table;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.evidence.Band;
import io.atalaya.ui.evidence.BandPainter;
import io.atalaya.ui.evidence.ListPages;
import io.atalaya.ui.evidence.Png;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.WritableImage;

/** Draws views and whole lists into a capsule, numbered through. */
final class EvidencePictures {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    /** Pixels of a picture for one of the screen. */
    private static final int SCALE = 2;

    private static final int BEFORE = 4;

    private final Program program;
    private final ConnectionScope scope;
    private final Band band;
    private final Texts texts;
    private final InstantSource clock;

    EvidencePictures(Program program, ConnectionScope scope, Band band, Texts texts) {
        this.program = program;
        this.scope = scope;
        this.band = band;
        this.texts = texts;
        this.clock = program.machinery().clock();
    }

    /** Returns how many there are. */
    int draw(List<String> views, List<Table> tables, CapsuleWriter capsule)
            throws InterruptedException, EvidenceException {
        var painter = new BandPainter(band);
        var lists = tables.stream().map(it -> new ListPages(it, texts)).toList();
        int pages = views.size() + lists.stream().mapToInt(ListPages::count).sum();
        int page = 0;
        for (var view : views) {
            int number = ++page;
            var picture = view(view);
            var banded = OnFx.call(() -> painter.paint(picture, clock.instant(), number, pages));
            capsule.add("pictures/" + view + ".png", Png.coloured(banded));
        }
        for (int list = 0; list < lists.size(); list++) {
            var painted = lists.get(list);
            var title = tables.get(list).title();
            for (int sheet = 0; sheet < painted.count(); sheet++) {
                int of = sheet;
                int number = ++page;
                var banded = OnFx.call(() -> painted.paint(of, painter, clock.instant(), number, pages));
                var name = String.format(Locale.ROOT, "lists/%s-%04d.png", title, sheet + 1);
                capsule.add(name, Png.grey(banded));
            }
        }
        return pages;
    }

    private WritableImage view(String view) throws InterruptedException {
        var opened = OnFx.call(() -> OpenedView.open(program, scope, view, Theme.Mode.LIGHT, WIDTH, HEIGHT));
        OnFx.pulses(BEFORE);
        return OnFx.call(() -> opened.snapshotAndClose(SCALE));
    }
}
