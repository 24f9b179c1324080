package io.atalaya.ui.dns;

import io.atalaya.deployment.dns.CheckFacts;
import io.atalaya.ui.common.Texts;

/** Draws one health check. */
final class CheckDetail {
    private final Texts texts;
    private final Facts facts;

    CheckDetail(Texts texts) {
        this.texts = texts;
        this.facts = new Facts(texts);
    }

    Facts node() {
        return facts;
    }

    void show(CheckFacts check) {
        var it = check.check();
        facts.clear();
        facts.text("dns.check.type", it.checkType());
        facts.copied("dns.check.endpoint", DnsTexts.endpoint(it));
        facts.text("dns.check.disabled", texts.get(it.disabled() ? "dns.yes" : "dns.no"));
        facts.text("dns.check.inverted", texts.get(it.inverted() ? "dns.yes" : "dns.no"));
        if (check.usedBy().isEmpty()) {
            facts.text("dns.check.usedBy", texts.get("dns.check.unused"));
        }
        check.usedBy().forEach(name -> facts.text("dns.check.usedBy", name));
        facts.copied("dns.check.id", it.id());
    }
}
