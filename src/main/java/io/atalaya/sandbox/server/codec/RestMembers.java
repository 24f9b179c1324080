package io.atalaya.sandbox.server.codec;

import io.atalaya.sandbox.server.http.IncomingRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Members of REST operations that are not in the body: path variables, query parameters and headers. */
final class RestMembers {
    private RestMembers() {}

    /** Fills the members that the request carries outside its body. */
    static void read(IncomingRequest request, Map<String, String> pathParameters, SdkPojo builder) {
        for (SdkField<?> field : builder.sdkFields()) {
            Object value = value(field, request, pathParameters);
            if (value != null) {
                field.set(builder, value);
            }
        }
    }

    /** The headers of an answer's header members. */
    static Map<String, String> headers(SdkPojo response) {
        var headers = new LinkedHashMap<String, String>();
        for (SdkField<?> field : response.sdkFields()) {
            Object value = Pojos.valueOf(field, response);
            if (value != null && field.location() == MarshallLocation.HEADER) {
                headers.put(field.locationName(), Scalars.text(field, value, Format.RFC_822));
            }
        }
        return headers;
    }

    private static @Nullable Object value(
            SdkField<?> field, IncomingRequest request, Map<String, String> pathParameters) {
        return switch (field.location()) {
            case PATH, GREEDY_PATH -> {
                String text = pathParameters.get(field.locationName());
                yield text == null ? null : Scalars.parse(field, text, Format.ISO_8601);
            }
            case HEADER ->
                request.header(field.locationName().toLowerCase(Locale.ROOT))
                        .map(text -> Scalars.parse(field, text, Format.RFC_822))
                        .orElse(null);
            case QUERY_PARAM -> queryParameter(field, request.parameterValues(field.locationName()));
            default -> null;
        };
    }

    private static @Nullable Object queryParameter(SdkField<?> field, List<String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        if (field.marshallingType().getKnownType() != MarshallingKnownType.LIST) {
            return Scalars.parse(field, texts.getLast(), Format.ISO_8601);
        }
        SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
        var values = new ArrayList<>();
        texts.forEach(text -> values.add(Scalars.parse(member, text, Format.ISO_8601)));
        return values;
    }
}
