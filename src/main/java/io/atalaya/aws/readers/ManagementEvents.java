package io.atalaya.aws.readers;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;

/** Which acts upon resources a trail records, by the selectors of either kind: a trail has the one or the other. */
final class ManagementEvents {
    private static final String ALL = "All";
    private static final String READ = "ReadOnly";
    private static final String WRITE = "WriteOnly";
    private static final String SOME = "Some";

    private ManagementEvents() {}

    static String of(GetEventSelectorsResponse selectors) {
        var kinds = Stream.concat(
                        selectors.eventSelectors().stream()
                                .filter(it -> !Boolean.FALSE.equals(it.includeManagementEvents()))
                                .map(ManagementEvents::kind),
                        selectors.advancedEventSelectors().stream()
                                .filter(ManagementEvents::management)
                                .map(ManagementEvents::kind))
                .distinct()
                .toList();
        if (kinds.contains(ALL) || kinds.containsAll(List.of(READ, WRITE))) {
            return ALL;
        }
        return Stream.of(WRITE, SOME, READ).filter(kinds::contains).findFirst().orElse("None");
    }

    private static String kind(EventSelector selector) {
        if (!selector.excludeManagementEventSources().isEmpty()) {
            return SOME;
        }
        return switch (Absent.text(selector.readWriteTypeAsString(), ALL)) {
            case READ -> READ;
            case WRITE -> WRITE;
            default -> ALL;
        };
    }

    private static boolean management(AdvancedEventSelector selector) {
        return selector.fieldSelectors().stream()
                .anyMatch(it ->
                        "eventCategory".equals(it.field()) && it.equalsValue().contains("Management"));
    }

    private static String kind(AdvancedEventSelector selector) {
        var more = selector.fieldSelectors().stream()
                .filter(it -> !"eventCategory".equals(it.field()))
                .toList();
        if (more.isEmpty()) {
            return ALL;
        }
        return more.size() == 1 && "readOnly".equals(more.getFirst().field()) ? kind(more.getFirst()) : SOME;
    }

    private static String kind(AdvancedFieldSelector readOnly) {
        return readOnly.equalsValue().equals(List.of("true"))
                ? READ
                : readOnly.equalsValue().equals(List.of("false")) ? WRITE : SOME;
    }
}
