package io.atalaya.evidence.document.print;

import io.atalaya.evidence.document.Drawing.Face;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The faces within one PDF. Inter comes with PostScript outlines, which PDFBox can embed but neither cut down nor label as
 * what they are: {@link #finish} does the latter, and keeps of the font only its outlines.
 */
final class PdfFaces {
    private final PDDocument pdf;
    private final Fonts fonts;
    private final PDType0Font plain;
    private final PDType0Font strong;
    private final PDType0Font mono;

    PdfFaces(PDDocument pdf, Fonts fonts) throws IOException {
        this.pdf = pdf;
        this.fonts = fonts;
        this.plain = PDType0Font.load(pdf, fonts.face(Face.PLAIN), false);
        this.strong = PDType0Font.load(pdf, fonts.face(Face.STRONG), false);
        this.mono = PDType0Font.load(pdf, fonts.face(Face.MONO), true);
    }

    PDFont plain() {
        return plain;
    }

    PDFont strong() {
        return strong;
    }

    PDFont mono() {
        return mono;
    }

    PDFont face(Face face) {
        return switch (face) {
            case PLAIN -> plain;
            case STRONG -> strong;
            case MONO -> mono;
        };
    }

    /** To be called when all is set, before it is saved. */
    void finish() throws IOException {
        outlines(plain, fonts.face(Face.PLAIN));
        outlines(strong, fonts.face(Face.STRONG));
    }

    /** ISO 32000-1, 9.9: outlines of CFF are a FontFile3 of a CIDFontType0, whose identifiers are then numbers of glyphs. */
    private void outlines(PDType0Font font, TrueTypeFont source) throws IOException {
        var table = source.getTableMap().get("CFF ");
        if (table == null) {
            return;
        }
        COSDictionary descendant = font.getDescendantFont().getCOSObject();
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        descendant.removeItem(COSName.CID_TO_GID_MAP);
        COSDictionary descriptor = font.getDescendantFont().getFontDescriptor().getCOSObject();
        descriptor.removeItem(COSName.FONT_FILE2);
        var stream = new PDStream(pdf, new ByteArrayInputStream(source.getTableBytes(table)), COSName.FLATE_DECODE);
        stream.getCOSObject().setItem(COSName.SUBTYPE, COSName.getPDFName("CIDFontType0C"));
        descriptor.setItem(COSName.FONT_FILE3, stream);
    }
}
