package io.atalaya.app;

import io.atalaya.evidence.capsule.EvidenceException;
import java.util.ResourceBundle;

/** What a person can do about a capsule that was not made. */
final class EvidenceWords {
    private EvidenceWords() {}

    static String of(EvidenceException why, ResourceBundle texts) {
        return texts.getString("evidence.reason." + why.reason().name())
                .formatted(why.details().toArray());
    }
}
