package io.atalaya.ui.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckOp;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Fleet;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorModel;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures for looking at, in every size, theme and language; any CSS warning on the way fails. */
class TopologyPicturesTest extends UiTest {
    private final Contexts contexts = new Contexts();

    private TopologyController view(Locale locale) {
        var texts = texts(
                locale,
                "io.atalaya.ui.common.common",
                "io.atalaya.ui.topology.topology",
                "io.atalaya.ui.inspector.inspector",
                "io.atalaya.ui.acting.acting");
        var context = contexts.context(texts);
        return new TopologyController(
                context,
                new TopologyModel(Runnable::run, Runnable::run, () -> contexts.now.get()),
                new InspectorController(context, new InspectorModel(Runnable::run, Runnable::run), uri -> {}));
    }

    private static Deployment deployment(String name) {
        return switch (name) {
            case "fleet" -> Fleet.of(10_000, 1);
            case "medium" -> Fleet.of(300, 3);
            case "healthy" -> CheckOp.healthy();
            default -> CheckOp.incident();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "incident, DARK, 1240, 824, true, en",
        "incident, LIGHT, 1240, 824, false, en",
        "incident, DARK, 944, 624, true, es",
        "incident, LIGHT, 944, 624, false, pt",
        "medium, DARK, 1240, 824, false, en",
        "fleet, DARK, 1240, 824, false, en",
        "fleet, LIGHT, 944, 624, false, en",
    })
    void pictures(String name, Theme.Mode mode, int width, int height, boolean inspected, String language)
            throws Exception {
        onFx(() -> {
            theme().mode().set(mode);
            contexts.deployment.set(deployment(name));
            return mode;
        });
        var view = onFx(() -> view(language.equals("pt") ? Locale.of("pt", "BR") : Locale.of(language)));
        doOnFx(view::activate);
        show(view.root(), width, height);
        if (inspected) {
            doOnFx(() -> view.reveal(new ResourceRef(ResourceType.INSTANCE, CheckOp.ASG_1D)));
            settle();
        }
        var file = picture("topology-%s-%s-%d-%s".formatted(name, mode, width, language));
        assertThat(file).exists();
        doOnFx(view::deactivate);
    }
}
