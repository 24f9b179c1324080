package io.atalaya.app;

import io.atalaya.noc.desk.Entry;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.noc.DeskWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What a notice says, in the language that is set now.
 *
 * @param connection by which one knows the deployment
 * @param practice whether it is simulated, which is said
 */
record NoticeWords(Supplier<Locale> language, ZoneId zone, String connection, boolean practice)
        implements DeskNotices.Words {
    @Override
    public Notice of(Entry entry, Instant now) {
        var texts = texts();
        var sentence = new DeskWords(texts, zone).title(entry.what(), now);
        var where = AwsText.line(entry.where());
        return new Notice(
                entry.severity(),
                title(entry, texts),
                where.isEmpty() || sentence.contains(where) ? sentence : sentence + " · " + where);
    }

    @Override
    public Notice ofSeveral(int entries, Entry worst, Instant now) {
        var texts = texts();
        return new Notice(
                worst.severity(),
                title(worst, texts),
                texts.get("noc.notice.several", entries, of(worst, now).text()));
    }

    private String title(Entry entry, Texts texts) {
        return texts.get(
                practice ? "noc.notice.practice" : "noc.notice.title",
                texts.get("noc.desk.severity." + entry.severity()),
                AwsText.word(connection));
    }

    private Texts texts() {
        return new Texts(Texts.nearest(language.get()), Wiring.BUNDLES);
    }
}
