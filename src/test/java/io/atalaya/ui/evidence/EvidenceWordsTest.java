package io.atalaya.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.Origin;
import io.atalaya.evidence.claim.Claim;
import io.atalaya.evidence.claim.Finding;
import io.atalaya.evidence.replay.Replay;
import io.atalaya.evidence.stamp.Stamp;
import io.atalaya.evidence.verify.Fault;
import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvidenceWordsTest {
    @Test
    void whateverCanBeFoundHasWordsInEveryLanguage() {
        for (var language : Texts.LANGUAGES) {
            var texts = new Texts(language, List.of("io.atalaya.ui.evidence.evidence"));
            Stream.of(
                            keys("evidence.why.", EvidenceException.Reason.values()),
                            keys("evidence.fault.", Fault.Kind.values()),
                            keys("evidence.stamp.", Stamp.State.values()),
                            keys("evidence.unlike.", Replay.Unlike.values()),
                            keys("evidence.changes.row.", Replay.Kind.values()),
                            keys("evidence.verdict.", CapsuleRow.Verdict.values()),
                            keys("evidence.verdict.", CapsuleRow.Verdict.values())
                                    .map(it -> it + ".why"),
                            keys("evidence.origin.", Origin.Kind.values()),
                            keys("evidence.outcome.", Finding.Verdict.values()),
                            keys("evidence.step.", CaptureSteps.Step.values()),
                            keys("evidence.tab.", CapsuleSide.Tab.values()),
                            Stream.of(Claim.values()).map(it -> "evidence.claim." + it.id()))
                    .flatMap(it -> it)
                    .forEach(key -> assertThat(texts.containsKey(key))
                            .as("%s in %s", key, language)
                            .isTrue());
        }
    }

    private static Stream<String> keys(String prefix, Enum<?>[] values) {
        return Stream.of(values).map(it -> prefix + EvidenceTexts.key(it));
    }
}
