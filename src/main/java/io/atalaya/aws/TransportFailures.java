package io.atalaya.aws;

import io.atalaya.deployment.Problem.Kind;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.xml.stream.XMLStreamException;

/** Why no answer came, or none that can be read. */
final class TransportFailures {
    private TransportFailures() {}

    static Optional<Kind> kind(Throwable thrown) {
        return switch (thrown) {
            case UnknownHostException unknown -> Optional.of(Kind.NO_NETWORK);
            case SocketTimeoutException silent -> Optional.of(Kind.TIMEOUT);
            case SocketException broken -> Optional.of(Kind.NO_NETWORK);
            case SSLException untrusted -> Optional.of(Kind.NO_NETWORK);
            case XMLStreamException unreadable -> Optional.of(Kind.MALFORMED);
            case EOFException cut -> Optional.of(Kind.MALFORMED);
            default -> byName(thrown);
        };
    }

    /** Classes that are shaded or belong to the HTTP client behind the SDK. */
    private static Optional<Kind> byName(Throwable thrown) {
        return switch (thrown.getClass().getSimpleName()) {
            case "NoHttpResponseException" -> Optional.of(Kind.NO_NETWORK); // the other side hung up
            case "ConnectTimeoutException" -> Optional.of(Kind.NO_NETWORK); // nobody there; silence is another thing
            case "ConnectionPoolTimeoutException" -> Optional.of(Kind.TIMEOUT);
            case "JsonParseException", "JsonParsingException", "JsonEOFException", "MalformedChunkCodingException" ->
                Optional.of(Kind.MALFORMED);
            case "ConnectionClosedException", "TruncatedChunkException" ->
                Optional.of(Kind.MALFORMED); // cut in the middle
            default -> Optional.empty();
        };
    }

    /** The system's words with the host in front where Java's message is only the host's name. */
    static String message(Throwable thrown) {
        var text = thrown.getMessage();
        if (thrown instanceof UnknownHostException) {
            return "the name " + text + " was not found: no network, or no DNS";
        }
        return text == null || text.isBlank() ? thrown.getClass().getSimpleName() : text;
    }

    static boolean isUnreadable(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            var text = each.getMessage();
            if (text != null && (text.contains("unmarshall") || text.contains("parse"))) {
                return true;
            }
        }
        return false;
    }
}
