package io.atalaya.evidence.document.print;

import io.atalaya.evidence.document.Drawing.Face;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The faces of the console, as their libraries carry them. */
public final class Fonts implements Ruler {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";

    private final Map<Face, TrueTypeFont> faces = new EnumMap<>(Face.class);
    private final Map<Face, CmapLookup> characters = new EnumMap<>(Face.class);

    /** @throws IOException where a face cannot be read, which would be a fault of this program's packaging */
    public Fonts() throws IOException {
        face(Face.PLAIN, "inter/Inter-Regular.otf");
        face(Face.STRONG, "inter/Inter-SemiBold.otf");
        face(Face.MONO, "jetbrains_mono/JetBrainsMono-Regular.ttf");
    }

    private void face(Face face, String file) throws IOException {
        try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IOException("no font " + file);
            }
            var buffer = RandomAccessReadBuffer.createBufferFromStream(in);
            var font = file.endsWith(".otf") ? new OTFParser().parse(buffer) : new TTFParser().parse(buffer);
            faces.put(face, font);
            characters.put(face, font.getUnicodeCmapLookup());
        }
    }

    TrueTypeFont face(Face face) {
        return java.util.Objects.requireNonNull(faces.get(face));
    }

    /** Whether a face has a letter. */
    boolean has(int character, Face face) {
        return glyph(character, face) != 0;
    }

    private int glyph(int character, Face face) {
        return java.util.Objects.requireNonNull(characters.get(face)).getGlyphId(character);
    }

    @Override
    public double width(String text, Face face, double size) {
        try {
            var font = face(face);
            double width = 0;
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                i += Character.charCount(c);
                width += font.getAdvanceWidth(glyph(c, face));
            }
            return width / font.getUnitsPerEm() * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
