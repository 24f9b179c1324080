package io.atalaya.evidence.document.print;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import io.atalaya.evidence.document.Block.Figure;
import io.atalaya.evidence.document.DocumentWords;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Where the page has a place for a diagram, draws it as lines and text and not as a picture. */
final class FigureDrawers implements FSObjectDrawerFactory {
    static final String TYPE = "atalaya/figure";

    private final List<Figure> figures;
    private final DocumentWords words;
    private final Fonts fonts;
    private final PdfFaces faces;

    FigureDrawers(List<Figure> figures, DocumentWords words, Fonts fonts, PdfFaces faces) {
        this.figures = figures;
        this.words = words;
        this.fonts = fonts;
        this.faces = faces;
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return TYPE.equals(element.getAttribute("type"));
    }

    @Override
    public @Nullable FSObjectDrawer createDrawer(Element element) {
        if (!isReplacedObject(element)) {
            return null;
        }
        var drawing =
                figures.get(Integer.parseInt(element.getAttribute("data"))).drawing();
        return (at, x, y, width, height, device, context, dots) -> {
            device.drawWithGraphics(
                    (float) x, (float) y, (float) width / dots, (float) height / dots, graphics -> new GraphicsPrinter(
                                    graphics, words, fonts, faces)
                            .print(drawing, width / dots / drawing.width()));
            return Map.of();
        };
    }
}
