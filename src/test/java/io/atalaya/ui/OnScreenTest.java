package io.atalaya.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OnScreenTest {
    private final Contexts world = new Contexts();
    private final List<String> heard = new ArrayList<>();
    private final OnScreen onScreen = new OnScreen(
            world.context(new Texts(Locale.ENGLISH, List.of("io.atalaya.ui.common.common"))),
            List.of(Parts.INSTANCES, Parts.VOLUMES),
            world.deployment,
            () -> heard.add("newer"),
            () -> heard.add("tick"));

    private void somethingHappens() {
        world.deployment.set(Deployment.empty("eu-west-" + heard.size(), null));
        world.deployment.get();
        world.now.set(world.now.get().plusSeconds(1));
        world.now.get();
    }

    @Test
    void costsNothingBeforeItBeginsAndAfterItEnds() {
        somethingHappens();
        assertThat(heard).isEmpty();
        assertThat(world.watched).isEmpty();
        onScreen.begin();
        somethingHappens();
        assertThat(heard).containsExactly("newer", "tick");
        assertThat(world.watched).containsExactly(Set.of(Parts.INSTANCES, Parts.VOLUMES));
        onScreen.end();
        somethingHappens();
        assertThat(heard).hasSize(2);
        assertThat(world.watched).isEmpty();
    }

    @Test
    void begunTwiceItAsksOnceAndEndsWhole() {
        onScreen.begin();
        onScreen.begin();
        assertThat(world.watched).hasSize(1);
        onScreen.end();
        onScreen.end();
        somethingHappens();
        assertThat(heard).isEmpty();
        assertThat(world.watched).isEmpty();
    }
}
