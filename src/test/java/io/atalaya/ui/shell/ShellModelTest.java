package io.atalaya.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.connect.CredentialState;
import io.atalaya.connect.Renewal;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.acting.Desks;
import io.atalaya.ui.common.Texts;
import io.atalaya.watch.ApiMeter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ShellModelTest {
    private static final List<String> VIEWS = List.of("overview", "topology", "compute");

    private final MapMemory memory = new MapMemory();
    private final TestSession session = new TestSession(Contexts.NOW.plusSeconds(2832));

    @Test
    void backIsTheWayOneCame() {
        var model = new ShellModel(VIEWS, memory);
        model.show("topology");
        model.showAt(2);
        model.show("compute");
        assertThat(model.goBack()).isTrue();
        assertThat(model.current()).isEqualTo("topology");
        assertThat(model.goBack()).isTrue();
        assertThat(model.current()).isEqualTo("overview");
        assertThat(model.goBack()).isFalse();
    }

    @Test
    void whatIsRememberedButNoLongerThereIsForgotten() {
        memory.put("shell.view", "gone");
        memory.put("shell.windows", "compute,gone");
        var model = new ShellModel(VIEWS, memory);
        assertThat(model.current()).isEqualTo("overview");
        assertThat(model.detached()).containsExactly("compute");
        model.show("nothing of the kind");
        assertThat(model.current()).isEqualTo("overview");
    }

    @Test
    void theSameResourceCanBeWishedForTwice() {
        var model = new ShellModel(VIEWS, memory);
        var seen = new java.util.ArrayList<ShellModel.Wish>();
        model.wishProperty().addListener((it, before, wish) -> seen.add(java.util.Objects.requireNonNull(wish)));
        var resource = new ResourceRef(ResourceType.INSTANCE, "i-1");
        model.reveal(resource);
        model.reveal(resource);
        assertThat(seen).hasSize(2).extracting(ShellModel.Wish::resource).containsOnly(resource);
    }

    @Test
    void theBarSaysWhoWhereHowLongAndAtWhatCost() {
        var top = bar();
        top.tick(Contexts.NOW, Deployment.empty("us-east-1", null), false, false);
        assertThat(top.getAccount()).isEqualTo("111122223333 · checkop-co · us-east-1");
        assertThat(top.getCaller()).isEqualTo("arn:aws:sts::111122223333:assumed-role/AtalayaOperator/m.rojas");
        assertThat(top.getCredentials()).isEqualTo("47 min 12 s");
        assertThat(top.getMeter()).isEqualTo("3.1/s · 6 %");
        assertThat(top.getNotAws()).isEmpty();
        top.tick(Contexts.NOW, Deployment.empty("us-east-1", null), true, false);
        assertThat(top.getCaller()).isEqualTo("AtalayaOperator/m.rojas");
    }

    @Test
    void whatIsNotAwsIsMarked() {
        session.aws = false;
        assertThat(bar().getNotAws()).isEqualTo("not AWS");
        session.sandbox = "checkop";
        assertThat(bar().getNotAws()).isEqualTo("SANDBOX");
    }

    @Test
    void credentialsTurnAmberOnlyWhenAPersonMustHelp() {
        var top = bar();
        var empty = Deployment.empty("us-east-1", null);
        session.credentials = new CredentialState(Contexts.NOW.plusSeconds(240), Renewal.AUTOMATIC);
        top.tick(Contexts.NOW, empty, false, false);
        assertThat(top.credentialStateProperty().get()).isEqualTo(State.HEALTHY);
        session.credentials = new CredentialState(Contexts.NOW.plusSeconds(240), Renewal.PERSON);
        top.tick(Contexts.NOW, empty, false, false);
        assertThat(top.credentialStateProperty().get()).isEqualTo(State.DEGRADED);
        top.tick(Contexts.NOW.plusSeconds(241), empty, false, false);
        assertThat(top.credentialStateProperty().get()).isEqualTo(State.FAILED);
        assertThat(top.getCredentials()).isEqualTo("expired");
        session.credentials = new CredentialState(null, Renewal.NOT_NEEDED);
        top.tick(Contexts.NOW, empty, false, false);
        assertThat(top.getCredentials()).isEqualTo("do not expire");
    }

    private TopBarModel bar() {
        var texts = new Texts(Locale.ENGLISH, List.of("io.atalaya.ui.common.common", "io.atalaya.ui.shell.shell"));
        var connection = new ShellConnection(
                session,
                () -> new ApiMeter(3.1, 0.06, 0.2, 0, List.of()),
                List::of,
                new Desks(new Contexts(), Path.of("never.jsonl"), memory).desk(new Contexts(), texts));
        return new TopBarModel(connection, texts, ZoneId.of("America/Bogota"));
    }

    @Test
    void aPlaceIsReadBackAndNonsenseIsNot() {
        assertThat(WindowPlace.parse("-10,20,1440,900")).hasValueSatisfying(it -> {
            assertThat(it.getMinX()).isEqualTo(-10);
            assertThat(it.getHeight()).isEqualTo(900);
        });
        assertThat(WindowPlace.parse("1,2,3,4")).isEmpty();
        assertThat(WindowPlace.parse("a,b,c,d")).isEmpty();
    }
}
