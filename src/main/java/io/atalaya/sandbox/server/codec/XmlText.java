package io.atalaya.sandbox.server.codec;

import java.nio.charset.StandardCharsets;

/** An XML document being written. */
final class XmlText {
    private final StringBuilder out = new StringBuilder(4096).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    XmlText open(String name) {
        out.append('<').append(name).append('>');
        return this;
    }

    /** Opens the root element in its namespace. */
    XmlText open(String name, String namespace) {
        out.append('<').append(name).append(" xmlns=\"").append(namespace).append("\">");
        return this;
    }

    XmlText close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    XmlText leaf(String name, String text) {
        open(name);
        escape(text);
        return close(name);
    }

    byte[] toBytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                // A parser would make a line feed of it.
                case '\r' -> out.append("&#xD;");
                case '\t', '\n' -> out.append(c);
                // XML 1.0 has no way to write the other control characters.
                default -> out.append(c < 0x20 || c == 0xFFFE || c == 0xFFFF ? '\uFFFD' : c);
            }
        }
    }
}
