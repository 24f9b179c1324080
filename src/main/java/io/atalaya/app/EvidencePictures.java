package io.atalaya.app;

import io.atalaya.evidence.capsule.CapsuleWriter;
import io.atalaya.evidence.capture.Table;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.evidence.Band;
import io.atalaya.ui.evidence.BandPainter;
import io.atalaya.ui.evidence.CaptureSteps;
import io.atalaya.ui.evidence.CaptureSteps.Step;
import io.atalaya.ui.evidence.ListPages;
import io.atalaya.ui.evidence.PageLetters;
import io.atalaya.ui.evidence.Png;
import io.atalaya.ui.evidence.ViewPictures;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Draws views and whole lists into a capsule, numbered through. */
final class EvidencePictures {
    private final ViewPictures pictures;
    private final Band band;
    private final Texts texts;
    private final InstantSource clock;
    private final CaptureSteps steps;

    EvidencePictures(ViewPictures pictures, Band band, Texts texts, InstantSource clock, CaptureSteps steps) {
        this.pictures = pictures;
        this.band = band;
        this.texts = texts;
        this.clock = clock;
        this.steps = steps;
    }

    /** Returns how many there are. */
    int draw(List<String> views, List<Table> tables, CapsuleWriter capsule) throws InterruptedException, IOException {
        var painter = new BandPainter(band);
        var lists = tables.stream().map(it -> new ListPages(it, texts)).toList();
        int pages = views.size() + lists.stream().mapToInt(ListPages::count).sum();
        int page = 0;
        try (var making = new InOrder(capsule)) {
            for (var view : views) {
                steps.at(Step.DRAWING, page, pages);
                int number = ++page;
                var picture = pictures.picture(view);
                var banded = OnFx.call(() -> painter.paint(picture, clock.instant(), number, pages));
                making.add("pictures/" + view + ".png", () -> Png.coloured(banded));
            }
            var letters = OnFx.call(() -> PageLetters.of(lists, band));
            for (int list = 0; list < lists.size(); list++) {
                var painted = lists.get(list);
                var title = tables.get(list).title();
                for (int sheet = 0; sheet < painted.count(); sheet++) {
                    steps.at(Step.DRAWING, page, pages);
                    int of = sheet;
                    int number = ++page;
                    var at = clock.instant();
                    making.add(
                            String.format(Locale.ROOT, "lists/%s-%04d.png", title, sheet + 1),
                            () -> Png.grey(painted.paint(of, letters, at, number, pages), PageLetters.WIDTH));
                }
            }
            making.finish();
        }
        return pages;
    }
}
