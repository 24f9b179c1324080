package io.atalaya.evidence.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds in XML what is to be masked: elements and attributes by name, values beside their key in either order. */
final class XmlMask {
    private static final Pattern MARKUP = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|<(/?)([A-Za-z_][\\w.:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>",
            Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w.:-]+)\\s*=\\s*(\"([^\"]*)\"|'([^']*)')");
    private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[(.*?)]]>", Pattern.DOTALL);

    private record Element(String name, int from, int[] to, List<Element> within) {
        String content(String text) {
            return text.substring(from, to[0]);
        }
    }

    private final String text;
    private final Masks masks;
    private final String item;
    private final Spans spans = new Spans();

    private XmlMask(String text, Masks masks, String item) {
        this.text = text;
        this.masks = masks;
        this.item = item;
    }

    /** Empty where it is no XML that can be followed. Characters are bytes. */
    static Optional<String> masked(String text, Masks masks, String item) {
        return new XmlMask(text, masks, item).masked();
    }

    private Optional<String> masked() {
        var root = new Element("", 0, new int[] {text.length()}, new ArrayList<>());
        Deque<Element> open = new ArrayDeque<>();
        open.push(root);
        var found = MARKUP.matcher(text);
        while (found.find()) {
            var name = found.group(2);
            if (name == null) {
                continue;
            }
            if (!found.group(1).isEmpty()) {
                var closed = open.pop();
                if (open.isEmpty() || !closed.name.equals(name)) {
                    return Optional.empty();
                }
                closed.to[0] = found.start();
                continue;
            }
            attributes(found.group(3), found.start(3));
            var element = new Element(name, found.end(), new int[] {found.end()}, new ArrayList<>());
            open.element().within.add(element);
            if (found.group(4).isEmpty()) {
                open.push(element);
            }
        }
        if (open.size() != 1 || root.within.isEmpty()) {
            return Optional.empty();
        }
        root.within.forEach(this::look);
        pairs(root);
        return Optional.of(spans.in(text));
    }

    private void attributes(String inside, int at) {
        var each = ATTRIBUTE.matcher(inside);
        while (each.find()) {
            if (masks.hides(local(each.group(1)))) {
                int group = each.group(3) == null ? 4 : 3;
                hide(at + each.start(group), at + each.end(group), local(each.group(1)));
            }
        }
    }

    private void look(Element element) {
        var name = local(element.name);
        if (masks.hides(name)) {
            hide(element, name);
            return;
        }
        pairs(element);
        element.within.forEach(this::look);
        if (element.within.isEmpty()) {
            var said = said(element);
            var clean = masks.inside(said, item);
            if (!clean.equals(said)) {
                spans.replace(element.from, element.to[0], Spans.write(Escapes.toXml(clean)));
            }
        }
    }

    private void pairs(Element parent) {
        for (var key : parent.within) {
            if (key.within.isEmpty() && Masks.isKey(local(key.name))) {
                var name = said(key);
                if (masks.hidesTag(name)) {
                    parent.within.stream()
                            .filter(it -> it != key && Masks.isValue(local(it.name)))
                            .forEach(it -> hide(it, name));
                }
            }
        }
    }

    private void hide(Element element, String name) {
        if (!element.content(text).isBlank()) {
            leaves(element).forEach(it -> masks.learn(said(it), name));
            masks.count(item, name);
            spans.replace(element.from, element.to[0], Masks.GONE);
        }
    }

    private void hide(int from, int to, String name) {
        masks.learn(Escapes.fromXml(Spans.read(text.substring(from, to))), name);
        masks.count(item, name);
        spans.replace(from, to, Masks.GONE);
    }

    private static List<Element> leaves(Element element) {
        return element.within.isEmpty()
                ? List.of(element)
                : element.within.stream().flatMap(it -> leaves(it).stream()).toList();
    }

    private String said(Element leaf) {
        var content = Spans.read(leaf.content(text));
        return content.contains("<![CDATA[")
                ? CDATA.matcher(content).replaceAll(it -> java.util.regex.Matcher.quoteReplacement(it.group(1)))
                : Escapes.fromXml(content);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
