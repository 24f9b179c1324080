package io.atalaya.sandbox.hostile;

import java.util.List;
import java.util.function.UnaryOperator;

/** Texts that are legal on AWS's wire and dangerous to draw, to copy, to sort or to believe. */
public enum HostileText {
    LONG(text -> text + "-" + "long".repeat(2_500)),
    ONE_LONG_WORD_OF_WIDE_LETTERS(text -> text + "W".repeat(400)),
    LINES(text -> text + "\nsecond line\r\nthird line\u2028fourth line\u0085fifth"),
    BLANK(text -> "\t \u00A0" + text + "\u3000\u200B "),
    RIGHT_TO_LEFT_OVERRIDE(text -> text + "\u202Egnp.exe"),
    ISOLATES(text -> "\u2067" + text + "\u2066(healthy)"),
    HEBREW_AND_ARABIC(text -> "שרת " + text + " خادم"),
    CONTROL(text -> "\u0007\u001B[2J\u001B[31m" + text + "\u0008\u007F\u009B0m"),
    EMOJI(text -> "🔥👩‍👩‍👧‍👦 " + text + " 🇨🇴e\u0301\u0300\u0301\u0302"),
    ZALGO(text -> text + "Z" + "\u0336\u0489\u0321".repeat(60)),
    MARKUP(text -> "<html><b onclick=alert(1)>" + text + "</b><script>x</script>&lt;&amp;"),
    FORMULA(text -> "=HYPERLINK(\"http://127.0.0.1/\";\"" + text + "\")"),
    AT_FORMULA(text -> "@SUM(1+1)*cmd|' /C calc'!A0" + text),
    PATTERN(text -> "{0} {1,number} '%s' %n ${jndi:ldap://127.0.0.1/} " + text),
    PATH(text -> "../../../etc/" + text + "\\..\\\"'`$(reboot);--"),
    LONE_SURROGATES(text -> text + "\uFFFD\uFFFF"),
    TOFU(text -> text + "\uE000\uF8FF\u0378");

    /** Words in which programs see "no value", and one that several resources share. */
    static final List<String> WORDS =
            List.of("null", "None", "undefined", "NaN", "-", "0", "true", "N/A", "same name", "same name", " ", "");

    private final UnaryOperator<String> disguise;

    HostileText(UnaryOperator<String> disguise) {
        this.disguise = disguise;
    }

    /** The text in this disguise; different texts stay different. */
    public String of(String text) {
        return disguise.apply(text);
    }
}
