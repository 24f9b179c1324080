package io.atalaya.evidence.document.make;

import io.atalaya.deployment.Deployment;
import io.atalaya.evidence.document.Architecture;
import io.atalaya.evidence.document.DocumentWords;
import io.atalaya.evidence.document.Head;
import io.atalaya.evidence.document.chapter.Chapters;
import io.atalaya.evidence.document.drift.BaselineException;
import io.atalaya.evidence.document.drift.BaselineFile;
import io.atalaya.evidence.document.drift.Drift;
import io.atalaya.evidence.document.print.DocumentFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the architecture document of a snapshot. Blocking: a second or two. */
public final class DocumentRun {
    private DocumentRun() {}

    /**
     * What was written.
     *
     * @param drift null where nothing was compared
     */
    public record Made(
            Architecture document,
            List<Path> files,
            @Nullable Drift drift) {
        public Made {
            files = List.copyOf(files);
        }
    }

    /**
     * @param snapshot of which whatever was not read is told as not read
     * @throws BaselineException where the baseline is none; nothing was written then
     * @throws IOException where a file could not be read or written
     */
    public static Made write(Deployment snapshot, Head head, DocumentWish wish) throws IOException {
        var document = Chapters.of(snapshot, head);
        // before anything is written: the baseline may be the file that is about to be replaced
        var baseline = wish.baseline();
        var drift = baseline == null ? null : Drift.between(BaselineFile.read(baseline, document), document);
        var words = new DocumentWords(wish.language(), wish.zone());
        var files = DocumentFiles.write(wish.folder(), document, wish.formats(), words, drift);
        return new Made(document, files, drift);
    }
}
