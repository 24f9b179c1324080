package io.atalaya.noc.desk.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a team's database is: {@code postgresql://user@host:5432/desk?sslmode=verify-full}, as libpq writes it. The password is
 * best left out: PGPASSWORD or the file .pgpass has it. One that is in the URL is taken out and never shown.
 */
public final class DatabaseAddress {
    private static final String SECONDS_TO_CONNECT = "5";
    private static final String SECONDS_TO_ANSWER = "15";

    private final String shown;
    private final String jdbc;
    private final Map<String, String> properties;

    private DatabaseAddress(String shown, String jdbc, Map<String, String> properties) {
        this.shown = shown;
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * @param pgPassword of the environment; null where it has none
     * @throws IllegalArgumentException where it is no such URL; the message does not repeat it
     */
    public static DatabaseAddress of(String url, @Nullable String pgPassword) {
        var uri = parsed(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        var host = uri.getHost();
        var path = uri.getPath();
        if (host == null
                || !("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))
                || path == null
                || path.length() < 2) {
            throw new IllegalArgumentException("not of the form postgresql://user@host:5432/database");
        }
        var properties = new LinkedHashMap<String, String>();
        properties.put("connectTimeout", SECONDS_TO_CONNECT);
        properties.put("socketTimeout", SECONDS_TO_ANSWER);
        properties.put("loginTimeout", SECONDS_TO_CONNECT);
        properties.put("ApplicationName", "Atalaya");
        properties.put("tcpKeepAlive", "true");
        query(uri.getRawQuery(), properties);
        user(uri.getRawUserInfo(), properties);
        if (pgPassword != null && !pgPassword.isEmpty()) {
            properties.putIfAbsent("password", pgPassword);
        }
        var where = host + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getRawPath();
        return new DatabaseAddress("postgresql://" + where, "jdbc:postgresql://" + where, properties);
    }

    @SuppressWarnings("PMD.PreserveStackTrace") // the cause's message repeats the URL with its password
    private static URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a URL: character " + e.getIndex());
        }
    }

    private static void user(@Nullable String info, Map<String, String> properties) {
        if (info == null || info.isEmpty()) {
            return;
        }
        var colon = info.indexOf(':');
        properties.put("user", decoded(colon < 0 ? info : info.substring(0, colon)));
        if (colon >= 0) {
            properties.put("password", decoded(info.substring(colon + 1)));
        }
    }

    private static void query(@Nullable String query, Map<String, String> properties) {
        if (query == null) {
            return;
        }
        for (var pair : query.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                properties.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    String jdbc() {
        return jdbc;
    }

    Properties properties() {
        var all = new Properties();
        all.putAll(properties);
        return all;
    }

    /** A message without anything secret that may be in it. */
    String withoutSecrets(@Nullable String message) {
        var said = message == null ? "" : message;
        for (var secret : properties.entrySet().stream()
                .filter(each -> each.getKey().toLowerCase(java.util.Locale.ROOT).contains("password"))
                .map(Map.Entry::getValue)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet())) {
            said = said.replace(secret, "***");
        }
        return said;
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return shown;
    }
}
