package io.atalaya.operate.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Deployment;
import io.atalaya.ui.common.Texts;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is true of every operation. */
class OperationsTest {
    @Test
    void thereIsAnExampleOfEveryOperation() {
        assertThat(Examples.all().stream().map(Operation::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Operation.class.getPermittedSubclasses())
                        .map(it -> it.asSubclass(Operation.class))
                        .toList());
    }

    @Test
    void whatIsWrittenDownIsReadAgain() {
        for (var operation : Examples.all()) {
            assertThat(Operations.read(operation.act(), Operations.write(operation)))
                    .as(operation.toString())
                    .contains(operation);
        }
    }

    @Test
    void whatThisVersionDoesNotKnowIsNotRead() {
        assertThat(Operations.read("StopTheWorld", "{}")).isEmpty();
        assertThat(Operations.read("StopInstance", "{\"instanceId\":\"\"}")).isEmpty();
        assertThat(Operations.read("StopInstance", "{\"other\":1}")).isEmpty();
    }

    @Test
    void everyButtonAndEveryFieldHasItsWordsInEveryLanguage() {
        for (var locale : Texts.LANGUAGES) {
            var texts = new Texts(locale, List.of("io.atalaya.operate.operate"));
            Examples.all().forEach(it -> assertThat(texts.get(it.nameKey())).isNotBlank());
            Stream.concat(Arrays.stream(Operation.class.getPermittedSubclasses()), Stream.of(RestoredDatabase.class))
                    .flatMap(it -> Arrays.stream(it.getRecordComponents()))
                    .map(RecordComponent::getName)
                    .forEach(
                            it -> assertThat(texts.get(Operations.fieldKey(it))).isNotBlank());
        }
    }

    @Test
    void nothingIsTakenBackToWhatWasNeverSeen() {
        var unseen = Deployment.empty("us-east-1", null);
        for (var operation : Examples.all()) {
            operation.undo(unseen).ifPresent(it -> assertThat(it).isNotEqualTo(operation));
            assertThat(operation.settling().look().at(unseen, unseen).phase())
                    .as(operation.toString())
                    .isIn(
                            operation.settling().parts().isEmpty()
                                    ? Settling.Phase.values()
                                    : new Object[] {Settling.Phase.UNDER_WAY});
        }
    }
}
