package io.atalaya.ui.perimeter;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names people know TCP ports by. Names of protocols and products: the same in every language. */
final class PortNames {
    private static final Map<Integer, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(443, "HTTPS");
        NAMES.put(80, "HTTP");
        NAMES.put(22, "SSH");
        NAMES.put(3389, "RDP");
        NAMES.put(2049, "NFS");
        NAMES.put(3306, "MySQL");
        NAMES.put(5432, "PostgreSQL");
        NAMES.put(1433, "SQL Server");
        NAMES.put(1521, "Oracle");
        NAMES.put(6379, "Redis");
        NAMES.put(27017, "MongoDB");
        NAMES.put(11211, "Memcached");
        NAMES.put(9200, "OpenSearch");
        NAMES.put(5671, "AMQPS");
        NAMES.put(9092, "Kafka");
        NAMES.put(53, "DNS");
        NAMES.put(25, "SMTP");
        NAMES.put(587, "Submission");
        NAMES.put(993, "IMAPS");
        NAMES.put(21, "FTP");
        NAMES.put(389, "LDAP");
        NAMES.put(445, "SMB");
        NAMES.put(8009, "AJP");
    }

    private PortNames() {}

    /** {@code HTTPS} for 443; empty where it has no name that everybody knows. */
    static Optional<String> of(int port) {
        return Optional.ofNullable(NAMES.get(port));
    }

    /** The port of a name, whatever its case. */
    static Optional<Integer> port(String name) {
        var wanted = name.toUpperCase(Locale.ROOT);
        return NAMES.entrySet().stream()
                .filter(each -> each.getValue().toUpperCase(Locale.ROOT).equals(wanted))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All of them, those first that are asked for most. */
    static Map<Integer, String> all() {
        return Map.copyOf(NAMES);
    }
}
