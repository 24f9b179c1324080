package io.atalaya.evidence.capture;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which a text stands in another one, and back. */
final class Escapes {
    private static final Pattern ENTITY = Pattern.compile("&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|amp|lt|gt|quot|apos);");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|[\"\\\\/bfnrt])");
    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_-]{12,}={0,2}");
    /** A shorter one is found by chance in any picture or hash. */
    private static final int LONG = 8;

    private Escapes() {}

    static String fromXml(String text) {
        return ENTITY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "amp" -> "&";
                            case "lt" -> "<";
                            case "gt" -> ">";
                            case "quot" -> "\"";
                            case "apos" -> "'";
                            default -> character(found.group(1));
                        }));
    }

    private static String character(String reference) {
        int code = reference.startsWith("#x")
                ? Integer.parseInt(reference.substring(2), 16)
                : Integer.parseInt(reference.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }

    static String toXml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String fromJson(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1).charAt(0)) {
                            case 'u' ->
                                String.valueOf(
                                        (char) Integer.parseInt(found.group(1).substring(1), 16));
                            case 'b' -> "\b";
                            case 'f' -> "\f";
                            case 'n' -> "\n";
                            case 'r' -> "\r";
                            case 't' -> "\t";
                            default -> found.group(1);
                        }));
    }

    static String toJson(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    static String fromUrl(String text) {
        return PERCENT.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(URLDecoder.decode(found.group(), StandardCharsets.UTF_8)));
    }

    /** What else a value may look like. */
    static Set<String> of(String value) {
        var all = new LinkedHashSet<String>();
        var xml = toXml(value);
        for (var quote : List.of("\"", "&quot;", "&#34;")) {
            for (var apostrophe : List.of("'", "&apos;", "&#39;")) {
                all.add(xml.replace("\"", quote).replace("'", apostrophe));
            }
        }
        var json = toJson(value);
        all.add(json);
        all.add(toJson(json));
        all.add(json.replace("/", "\\/"));
        all.add(ascii(json, false));
        all.add(ascii(json, true));
        all.add(value.replace("\"", "\"\""));
        var url = URLEncoder.encode(value, StandardCharsets.UTF_8);
        for (var each :
                List.of(url, url.replace("+", "%20"), url.replace("%7E", "~").replace("+", "%20"))) {
            all.add(each);
            all.add(lower(each));
        }
        if (value.length() >= LONG) {
            all.addAll(base64(value.getBytes(StandardCharsets.UTF_8)));
        }
        all.add(value);
        return all;
    }

    private static String lower(String url) {
        return PERCENT.matcher(url).replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
    }

    private static String ascii(String json, boolean upper) {
        var out = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            out.append(
                    c < 128 ? String.valueOf(c) : String.format(Locale.ROOT, upper ? "\\u%04X" : "\\u%04x", (int) c));
        }
        return out.toString();
    }

    /** As it stands at each of the three places within a longer text, without the letters that it shares with its neighbours. */
    private static Set<String> base64(byte[] value) {
        var all = new LinkedHashSet<String>();
        for (int before = 0; before < 3; before++) {
            var padded = new byte[before + value.length];
            System.arraycopy(value, 0, padded, before, value.length);
            int from = (before * 8 + 5) / 6;
            int to = padded.length * 8 / 6;
            var encoded = Base64.getEncoder().withoutPadding().encodeToString(padded);
            var urlSafe = Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
            all.add(encoded.substring(from, to));
            all.add(urlSafe.substring(from, to));
        }
        return all;
    }

    /** What a text says when what is escaped in it is read, once and twice, and what may be base64 too. */
    static Set<String> readings(String text) {
        var all = new LinkedHashSet<String>();
        all.add(text);
        var layer = Set.of(text);
        for (int depth = 0; depth < 3; depth++) {
            var next = new LinkedHashSet<String>();
            for (var each : layer) {
                next.add(fromXml(each));
                next.add(fromJson(each));
                next.add(fromUrl(each));
            }
            next.removeAll(all);
            all.addAll(next);
            layer = next;
        }
        all.add(fromUrl(text.replace('+', ' ')));
        all.add(text.replace("\"\"", "\""));
        all.add(fromBase64(text));
        return all;
    }

    private static String fromBase64(String text) {
        var out = new StringBuilder();
        RUN.matcher(text).results().forEach(found -> {
            var run = found.group().replace('-', '+').replace('_', '/').replace("=", "");
            var whole = run.substring(0, run.length() - (run.length() % 4 == 1 ? 1 : 0));
            out.append(new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_8))
                    .append('\n');
        });
        return out.toString();
    }
}
