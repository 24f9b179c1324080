package io.atalaya.sandbox.server.codec;

import java.util.Objects;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Writes the members of responses as XML elements, under the names the SDK's unmarshallers look for. */
final class XmlWriter {
    private XmlWriter() {}

    /** Writes every body member that is set. Absent members leave no trace; an empty list leaves an empty element. */
    static void writeMembers(SdkPojo pojo, XmlText out) {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = Pojos.valueOf(field, pojo);
            if (value != null && field.location() == MarshallLocation.PAYLOAD) {
                write(field, field.unmarshallLocationName(), value, out);
            }
        }
    }

    private static void write(SdkField<?> field, String name, Object value, XmlText out) {
        switch (field.marshallingType().getKnownType()) {
            case LIST -> writeList(field.getRequiredTrait(ListTrait.class), name, value, out);
            case MAP -> writeMap(field.getRequiredTrait(MapTrait.class), name, value, out);
            case SDK_POJO -> {
                out.open(name);
                writeMembers((SdkPojo) value, out);
                out.close(name);
            }
            default -> out.leaf(name, Scalars.text(field, value, Format.ISO_8601));
        }
    }

    private static void writeList(ListTrait trait, String name, Object value, XmlText out) {
        SdkField<?> member = trait.memberFieldInfo();
        if (trait.isFlattened()) {
            for (Object item : Pojos.list(value)) {
                write(member, Objects.requireNonNullElse(trait.memberLocationName(), name), item, out);
            }
            return;
        }
        String itemName = Objects.requireNonNullElse(trait.memberLocationName(), "member");
        out.open(name);
        for (Object item : Pojos.list(value)) {
            write(member, itemName, item, out);
        }
        out.close(name);
    }

    private static void writeMap(MapTrait trait, String name, Object value, XmlText out) {
        String entryName = trait.isFlattened() ? name : "entry";
        if (!trait.isFlattened()) {
            out.open(name);
        }
        Pojos.map(value).forEach((key, item) -> {
            out.open(entryName);
            out.leaf(Objects.requireNonNullElse(trait.keyLocationName(), "key"), key);
            String valueName = Objects.requireNonNullElse(trait.valueLocationName(), "value");
            write(trait.valueFieldInfo(), valueName, Objects.requireNonNull(item), out);
            out.close(entryName);
        });
        if (!trait.isFlattened()) {
            out.close(name);
        }
    }
}
