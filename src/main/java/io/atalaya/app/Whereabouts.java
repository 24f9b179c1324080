package io.atalaya.app;

import io.atalaya.connect.Session;
import io.atalaya.deployment.Caller;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import java.net.URI;
import java.util.ArrayList;

/** Where an act happens, in one line that a confirmation can show: profile, account, region, and whether that is AWS. */
final class Whereabouts {
    private Whereabouts() {}

    static String of(Session session, Texts texts) {
        var words = new ArrayList<String>();
        words.add(session.name());
        session.caller().map(Caller::account).ifPresent(words::add);
        session.caller().map(Caller::alias).ifPresent(words::add);
        words.add(session.region());
        if (session.isSandbox()) {
            words.add(texts.get("acting.where.sandbox"));
        } else if (session.isAws()) {
            words.add(texts.get("acting.where.aws"));
        } else {
            URI endpoint = session.endpoint();
            words.add(texts.get("acting.where.notAws", String.valueOf(endpoint)));
        }
        return AwsText.line(String.join(" · ", words));
    }
}
