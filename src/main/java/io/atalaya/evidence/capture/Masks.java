package io.atalaya.evidence.capture;

import io.atalaya.evidence.capsule.LeftOut;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Takes out of answers what must not leave, and keeps count of it. Bytes around it stay as they were. The program's own list
 * cannot be shortened, only added to.
 */
public final class Masks {
    static final String GONE = "[left out]";

    /** Elements and fields, in small letters. */
    private static final Set<String> ALWAYS = Set.of(
            "userdata",
            "presharedkey",
            "customergatewayconfiguration",
            "password",
            "masteruserpassword",
            "secretaccesskey",
            "secretstring",
            "secretbinary",
            "sessiontoken",
            "securitytoken",
            "accesstoken",
            "refreshtoken",
            "idtoken",
            "clientsecret",
            "authtoken");

    /** Answers that are secret, or the text of logs and consoles, which may hold any secret. */
    private static final Set<String> WHOLE = Set.of(
            "logs:FilterLogEvents",
            "logs:GetLogEvents",
            "logs:GetLogRecord",
            "logs:GetQueryResults",
            "ec2:GetConsoleOutput",
            "ec2:GetPasswordData");

    private static final Set<String> WHOLE_SERVICES = Set.of("sso", "sso-oauth", "secretsmanager");

    private final Set<String> asked;
    private final Pattern element;
    private final Pattern field;
    private final Pattern quotedField;
    private final Pattern tag;
    private final Map<LeftOut, Integer> counts = new LinkedHashMap<>();

    /** @param asked names of fields, and keys of tags, that the user marked besides */
    public Masks(List<String> asked) {
        var lower = new TreeSet<String>();
        asked.forEach(it -> lower.add(it.toLowerCase(Locale.ROOT)));
        this.asked = lower;
        var all = new TreeSet<>(ALWAYS);
        all.addAll(lower);
        var names = any(all);
        int flags = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
        this.element = Pattern.compile("(<(" + names + ")(?:\\s[^>]*)?>)(.+?)(</\\2>)", flags);
        this.field = Pattern.compile("(\"(" + names + ")\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)++)(\")", flags);
        // JSON in a text of JSON, as CloudTrail has it
        this.quotedField =
                Pattern.compile("(\\\\\"(" + names + ")\\\\\"\\s*:\\s*\\\\\")((?:(?!\\\\\").)+)(\\\\\")", flags);
        this.tag = Pattern.compile(
                "((?:<key>|\"key\"\\s*:\\s*\")(" + (lower.isEmpty() ? "(?!)" : any(lower))
                        + ")(?:</key>\\s*<value>|\"\\s*,\\s*\"value\"\\s*:\\s*\"))([^<\"]+)(</value>|\")",
                flags);
    }

    private static String any(Set<String> names) {
        return String.join("|", names.stream().map(Pattern::quote).toList());
    }

    /** Whether the user marked anything: then pictures cannot show the views as they are. */
    public boolean any() {
        return !asked.isEmpty();
    }

    /** Whether a field of the model is one of these. */
    boolean hides(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return ALWAYS.contains(lower) || asked.contains(lower);
    }

    /** Whether an answer is left out as a whole; counted. */
    boolean leavesOut(String call, String item) {
        var service = call.substring(0, Math.max(0, call.indexOf(':')));
        boolean whole = WHOLE.contains(call)
                || WHOLE_SERVICES.contains(service)
                || (service.equals("sts") && !call.equals("sts:GetCallerIdentity"));
        if (whole) {
            count(item, call);
        }
        return whole;
    }

    /** A text of an item without what must not leave. */
    byte[] masked(String item, byte[] body) {
        // one byte is one character: what is not masked stays byte for byte
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var clean = text;
        for (var pattern : List.of(element, field, quotedField, tag)) {
            clean = pattern.matcher(clean).replaceAll(found -> {
                count(item, found.group(2));
                return java.util.regex.Matcher.quoteReplacement(found.group(1) + GONE + found.group(4));
            });
        }
        return clean.equals(text) ? body : clean.getBytes(StandardCharsets.ISO_8859_1);
    }

    void count(String item, String what) {
        var marked = asked.contains(what.toLowerCase(Locale.ROOT));
        counts.merge(new LeftOut(item, what, 0, marked), 1, Integer::sum);
    }

    /** A whole item, because of what the user marked. */
    public void leaveOutAsked(String item) {
        counts.merge(new LeftOut(item, String.join(" ", asked), 0, true), 1, Integer::sum);
    }

    /** What was left out so far. */
    public List<LeftOut> leftOut() {
        var all = new ArrayList<LeftOut>();
        counts.forEach((key, times) -> all.add(new LeftOut(key.where(), key.what(), times, key.asked())));
        return List.copyOf(all);
    }
}
