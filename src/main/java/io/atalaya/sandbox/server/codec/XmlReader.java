package io.atalaya.sandbox.server.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Fills builders from XML bodies. Document types are refused: nothing in a request may name a file or an address. */
final class XmlReader {
    private XmlReader() {}

    /** Reads the members below the root element; an empty body sets nothing. */
    static void read(byte[] body, SdkPojo builder) {
        if (body.length == 0) {
            return;
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var parser = factory.newDocumentBuilder();
            // The default handler prints to standard error.
            parser.setErrorHandler(null);
            readMembers(parser.parse(new ByteArrayInputStream(body)).getDocumentElement(), builder);
        } catch (SAXException | IOException e) {
            throw new MalformedInputException("The XML you provided was not well-formed", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void readMembers(Element parent, SdkPojo builder) {
        Map<String, Element> children = new TreeMap<>();
        elements(parent).forEach(child -> children.put(child.getLocalName(), child));
        for (SdkField<?> field : builder.sdkFields()) {
            Element child = children.get(field.locationName());
            if (child != null && field.location() == MarshallLocation.PAYLOAD) {
                field.set(builder, value(field, child));
            }
        }
    }

    private static Object value(SdkField<?> field, Element element) {
        return switch (field.marshallingType().getKnownType()) {
            case LIST -> {
                SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
                var values = new ArrayList<>();
                elements(element).forEach(item -> values.add(value(member, item)));
                yield values;
            }
            case SDK_POJO -> {
                SdkPojo builder = field.constructor().get();
                readMembers(element, builder);
                yield Pojos.build(builder);
            }
            default -> Scalars.parse(field, element.getTextContent(), Format.ISO_8601);
        };
    }

    private static List<Element> elements(Element parent) {
        var elements = new ArrayList<Element>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
