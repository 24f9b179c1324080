package io.atalaya.noc.probe;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** For whom a certificate is, by its alternative names alone, as browsers have it (RFC 9525): the common name is a text. */
final class CertificateNames {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private CertificateNames() {}

    /** All DNS names and addresses, as the certificate has them. */
    static List<String> of(X509Certificate certificate) {
        var names = new ArrayList<String>();
        for (var each : alternatives(certificate)) {
            if (each.size() > 1 && each.get(1) instanceof String name && (isA(DNS, each) || isA(ADDRESS, each))) {
                names.add(name);
            }
        }
        return names;
    }

    static boolean isFor(X509Certificate certificate, Host host) {
        for (var each : alternatives(certificate)) {
            if (each.size() > 1 && each.get(1) instanceof String name) {
                var address = host.literal();
                var matches = address.isPresent()
                        ? isA(ADDRESS, each) && Host.of(name).equals(java.util.Optional.of(host))
                        : isA(DNS, each) && matches(name.toLowerCase(Locale.ROOT), host.name());
                if (matches) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A wildcard stands for exactly one label, the first, and never for a name of one or two labels. */
    private static boolean matches(String pattern, String name) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(name);
        }
        var dot = name.indexOf('.');
        return dot > 0
                && pattern.indexOf('.', 2) > 0
                && pattern.indexOf('*', 1) < 0
                && pattern.substring(1).equals(name.substring(dot));
    }

    private static boolean isA(int kind, List<?> name) {
        return name.getFirst() instanceof Integer it && it == kind;
    }

    private static Iterable<? extends List<?>> alternatives(X509Certificate certificate) {
        try {
            @Nullable Iterable<? extends List<?>> all = certificate.getSubjectAlternativeNames();
            return all == null ? List.<List<?>>of() : all;
        } catch (CertificateParsingException e) {
            return List.<List<?>>of();
        }
    }
}
