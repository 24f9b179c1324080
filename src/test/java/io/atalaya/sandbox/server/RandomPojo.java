package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.codec.Pojos;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Random values for every member the SDK's metadata names, from a seed. */
public final class RandomPojo {
    private static final int DEEPEST = 5;
    private static final String BODY_LETTERS = "abcXYZ019 -_.:+%&<>\"'=?#,;áñÇ漢😀";
    private static final String WIRE_LETTERS = "abcdefXYZ0123456789-";

    /** Absent lists that Route 53's client makes empty ones. */
    private static final Set<String> ROUTE_53_LISTS =
            Set.of("HostedZones", "ResourceRecordSets", "HealthChecks", "DelegationSets");

    private final Random random;
    private final boolean emptyLists;

    /**
     * @param emptyLists whether lists may be explicitly empty; EC2 requests cannot carry that
     */
    public RandomPojo(long seed, boolean emptyLists) {
        this.random = new Random(seed);
        this.emptyLists = emptyLists;
    }

    /** A request or response with random members. */
    public <T extends SdkPojo> T of(Class<T> type) {
        SdkPojo builder = Pojos.builderOf(type);
        fill(builder, 0);
        return type.cast(Pojos.build(builder));
    }

    private void fill(SdkPojo builder, int depth) {
        boolean empty = true;
        for (SdkField<?> field : builder.sdkFields()) {
            // The SDK itself fills idempotency tokens, Route 53's client absent lists of zones; no path is without its
            // variables.
            boolean needed = field.containsTrait(DefaultValueTrait.class)
                    || ROUTE_53_LISTS.contains(field.memberName())
                    || field.location() == MarshallLocation.PATH
                    || field.location() == MarshallLocation.GREEDY_PATH;
            boolean wanted = field.location() != MarshallLocation.STATUS_CODE
                    && !isTurnedIntoUrl(field, builder)
                    && random.nextInt(10) < 7;
            if (needed || wanted && depth < DEEPEST) {
                field.set(builder, value(field, depth));
                empty = false;
            }
        }
        if (empty && depth < DEEPEST * 2) {
            // A form has no way to say that a structure is there but empty.
            builder.sdkFields().stream()
                    .filter(field -> field.location() == MarshallLocation.PAYLOAD)
                    .min(Comparator.comparing(RandomPojo::isStructure))
                    .ifPresent(field -> field.set(builder, value(field, depth)));
        }
    }

    /** The SDK sends a source region as the signed URL it makes of it. */
    private static boolean isTurnedIntoUrl(SdkField<?> field, SdkPojo builder) {
        return field.memberName().equals("SourceRegion")
                && builder.sdkFields().stream()
                        .anyMatch(other -> other.memberName().equals("PreSignedUrl"));
    }

    private static boolean isStructure(SdkField<?> field) {
        return switch (field.marshallingType().getKnownType()) {
            case LIST, MAP, SDK_POJO -> true;
            default -> false;
        };
    }

    private Object value(SdkField<?> field, int depth) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> text(field);
            case INTEGER -> random.nextInt();
            case LONG -> random.nextLong();
            case SHORT -> (short) random.nextInt();
            case BYTE -> (byte) random.nextInt();
            case FLOAT -> random.nextFloat();
            case DOUBLE -> random.nextDouble() * Math.pow(10, random.nextInt(20) - 10);
            case BIG_DECIMAL -> BigDecimal.valueOf(random.nextLong(), 6);
            case BOOLEAN -> random.nextBoolean();
            case INSTANT -> instant(field);
            case SDK_BYTES -> bytes();
            case LIST -> list(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), depth);
            case MAP -> map(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), depth);
            case SDK_POJO -> {
                SdkPojo builder = field.constructor().get();
                fill(builder, depth + 1);
                yield Pojos.build(builder);
            }
            default -> throw new IllegalStateException("no random " + field.marshallingType());
        };
    }

    private String text(SdkField<?> field) {
        String letters = field.location() == MarshallLocation.PAYLOAD ? BODY_LETTERS : WIRE_LETTERS;
        int[] points = letters.codePoints().toArray();
        String middle = IntStream.range(0, 1 + random.nextInt(12))
                .map(i -> points[random.nextInt(points.length)])
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return "a" + middle + "z";
    }

    private Instant instant(SdkField<?> field) {
        Instant millis = Instant.ofEpochMilli(1_500_000_000_000L + random.nextInt(Integer.MAX_VALUE) * 100L);
        return field.location() == MarshallLocation.HEADER ? millis.truncatedTo(ChronoUnit.SECONDS) : millis;
    }

    private SdkBytes bytes() {
        var bytes = new byte[1 + random.nextInt(20)];
        random.nextBytes(bytes);
        return SdkBytes.fromByteArray(bytes);
    }

    private List<Object> list(SdkField<?> member, int depth) {
        int size = emptyLists ? random.nextInt(4) : 1 + random.nextInt(3);
        var values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(value(member, depth + 1));
        }
        return values;
    }

    private Map<String, Object> map(SdkField<?> member, int depth) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            values.put("key" + i, value(member, depth + 1));
        }
        return values;
    }
}
