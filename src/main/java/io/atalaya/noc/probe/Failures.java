package io.atalaya.noc.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/** Why a probe has no good answer, in a few words. */
final class Failures {
    private static final int LONGEST = 160;

    private Failures() {}

    static String words(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException certificate && certificate.getMessage() != null) {
                return HttpAnswer.shown(certificate.getMessage(), LONGEST);
            }
        }
        return switch (e) {
            case RefusedException refused -> "not asked: " + refused.getMessage();
            case UnknownHostException unknown -> "no such name";
            case SocketTimeoutException late -> late.getMessage() == null ? "no answer in time" : late.getMessage();
            case SSLException tls -> "TLS: " + message(tls);
            case NoRouteToHostException route -> "no route to the host";
            case ConnectException connect -> message(connect).toLowerCase(java.util.Locale.ROOT);
            case SocketException socket -> "connection lost: " + message(socket);
            default -> message(e);
        };
    }

    private static String message(IOException e) {
        return HttpAnswer.shown(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), LONGEST);
    }
}
