package io.atalaya.ui.databases;

import io.atalaya.deployment.databases.Caution;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.time.Duration;
import java.time.Instant;

/** What is called out, in one word and in one sentence. */
final class CautionTexts {
    private final Texts texts;
    private final Ages ages;
    private final Units units;

    CautionTexts(Texts texts, Ages ages) {
        this.texts = texts;
        this.ages = ages;
        this.units = new Units(texts.getLocale());
    }

    /** For the badge beside the name. */
    String word(Caution caution) {
        return texts.get("databases.caution." + caution.kind() + ".word");
    }

    String sentence(Caution caution, Instant now) {
        var arguments = caution.arguments().stream()
                .map(each -> switch (each) {
                    case Instant at -> ages.time(at, now);
                    case Duration left -> Durations.words(left);
                    case Number number -> units.count(number.longValue());
                    default -> each.toString();
                })
                .toArray();
        return texts.get("databases.caution." + caution.kind() + ".sentence", arguments);
    }
}
