package io.atalaya.evidence.capture;

import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.LeftOut;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    private static final Set<String> KEYS =
            Set.of("fact", "key", "tagkey", "name", "tagname", "parametername", "propertyname", "metadatakey");

    private final Set<String> asked;
    /** {@code Key=NAME,Value=X}, {@code NAME=X}, {@code "NAME": X} in the middle of a sentence or a command. */
    private final Pattern said;

    private final Hidden hidden = new Hidden();
    private final Map<LeftOut, Integer> counts = new LinkedHashMap<>();
    private boolean learning;

    /** @param asked names of fields, and keys of tags, that the user marked besides */
    public Masks(List<String> asked) {
        var lower = new TreeSet<String>();
        asked.forEach(it -> lower.add(it.toLowerCase(Locale.ROOT)));
        this.asked = lower;
        this.said = Pattern.compile(
                "((?<![A-Za-z0-9])[\"']?(" + (lower.isEmpty() ? "(?!)" : any(lower))
                        + ")[\"']?\\s*(?:,\\s*[\"']?Values?[\"']?\\s*)?[=:]\\s*)(\"[^\"]*\"|'[^']*'|[^\\s,;\"'}\\]<]+)",
                Pattern.CASE_INSENSITIVE);
    }

    private static String any(Set<String> names) {
        return String.join("|", names.stream().map(Pattern::quote).toList());
    }

    /** Whether a field says which one the field beside it is the value of. */
    static boolean isKey(String name) {
        return KEYS.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isValue(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("value") || lower.endsWith("value") || lower.endsWith("values");
    }

    /** Whether a tag's value is hidden, or a filter's by it. */
    boolean hidesTag(String key) {
        var lower = key.strip().toLowerCase(Locale.ROOT);
        return asked.contains(lower) || (lower.startsWith("tag:") && asked.contains(lower.substring("tag:".length())));
    }

    /** Remembers a value that must not stand anywhere else; only what the user marked is told apart so. */
    void learn(String value, String name) {
        if (any() && !value.equals(GONE)) {
            hidden.add(value, name);
        }
    }

    /**
     * Reads a text for the values of what the user marked, before anything is written: another text may have them under no name
     * at all.
     */
    public void learn(byte[] body) {
        if (any()) {
            learning = true;
            masked("", body);
            learning = false;
        }
    }

    /** What a text within a text says, masked by its own kind. */
    String inside(String text, String item) {
        var start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[{") || start.startsWith("[\"")) {
            var clean = JsonMask.masked(Spans.write(text), this, item).map(Spans::read);
            if (clean.isPresent()) {
                return clean.get();
            }
        }
        if (start.startsWith("<")) {
            var clean = XmlMask.masked(Spans.write(text), this, item).map(Spans::read);
            if (clean.isPresent()) {
                return clean.get();
            }
        }
        return any() ? sentence(text, item) : text;
    }

    private String sentence(String text, String item) {
        // what is known goes first: a sentence does not tell where a value ends
        var known = learning ? text : Spans.read(hidden.cleared(Spans.write(text), it -> count(item, it)));
        return said.matcher(known).replaceAll(found -> {
            var value = found.group(3);
            var bare = value.length() > 1 && "\"'".indexOf(value.charAt(0)) >= 0
                    ? value.substring(1, value.length() - 1)
                    : value;
            if (bare.startsWith("[left")) {
                return java.util.regex.Matcher.quoteReplacement(found.group());
            }
            learn(bare, found.group(2));
            count(item, found.group(2));
            return java.util.regex.Matcher.quoteReplacement(found.group(1) + GONE);
        });
    }

    /** A text of the model without the values of what was masked elsewhere. */
    String cleared(String text, String item) {
        var clean = inside(text, item);
        return any() ? Spans.read(hidden.cleared(Spans.write(clean), it -> count(item, it))) : clean;
    }

    /** Claims without the values of what was marked: a point tells in its fact which field its value is of. */
    public byte[] claims(String item, byte[] claims) {
        return masked(item, claims);
    }

    /** Whether a body can be looked into: what cannot, may hold anything. */
    static boolean readable(byte[] body) {
        var text = Spans.ofBytes(body).strip();
        return text.isEmpty() || text.startsWith("{") || text.startsWith("[") || text.startsWith("<");
    }

    /**
     * Refuses an item in which a value still stands that was to be masked, however it is written there.
     *
     * @throws EvidenceException that names the item and the mark
     */
    public void refuse(String item, byte[] content) throws EvidenceException {
        if (any() && !item.endsWith(".png") && !item.endsWith(".sig") && !item.endsWith(".pem")) {
            var found = hidden.found(new String(content, StandardCharsets.UTF_8));
            if (found.isPresent()) {
                throw new EvidenceException(EvidenceException.Reason.MASK_LEAKS, found.get(), item);
            }
        }
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
        var text = Spans.ofBytes(body);
        var start = text.stripLeading();
        Optional<String> structured = start.startsWith("<")
                ? XmlMask.masked(text, this, item)
                : start.startsWith("{") || start.startsWith("[") ? JsonMask.masked(text, this, item) : Optional.empty();
        var clean = structured.orElseGet(() -> Spans.write(inside(Spans.read(text), item)));
        if (structured.isEmpty() && Spans.read(clean).equals(Spans.read(text))) {
            clean = text; // bytes that are no text stay what they are
        }
        if (any() && !learning) {
            clean = hidden.cleared(clean, it -> count(item, it));
        }
        return clean.equals(text) ? body : Spans.toBytes(clean);
    }

    void count(String item, String what) {
        if (learning) {
            return;
        }
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
