package io.atalaya.ui.acting;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.operate.act.AwsRequest;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.run.Arming;
import io.atalaya.operate.run.OperationRunner;
import io.atalaya.ui.Acts;
import io.atalaya.ui.ViewContext;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;

/** Everything about acting in one shell: what may be done, the sheet that asks, what runs and how it ended. */
public final class ActingDesk implements Acts {
    /**
     * What acts of a connection, shared by all of its windows.
     *
     * @param deployment where one is, in words: {@code checkop · 111122223333 · us-east-1}
     * @param profile by which it is reached
     * @param protection what is marked as protected
     * @param command says a request as a command of the AWS CLI
     */
    public record Ports(
            OperationRunner runner,
            Arming arming,
            String deployment,
            String profile,
            ProtectionMemory protection,
            Function<AwsRequest, String> command) {}

    private final Ports ports;
    private final ViewContext context;
    private final ArmingModel arming;
    private final RunningModel running;
    private final ConfirmModel.Threads threads;
    private Subscription subscriptions = Subscription.EMPTY;

    /**
     * @param context of this window; its own acts are not used
     * @param background where acts are judged that take longer than a frame
     * @param screen the JavaFX thread
     */
    public ActingDesk(Ports ports, ViewContext context, Executor background, Executor screen) {
        this.ports = ports;
        this.context = context;
        this.arming = new ArmingModel(ports.arming(), context.now().getValue());
        this.running = new RunningModel(ports.runner(), screen);
        this.threads = new ConfirmModel.Threads(background, screen);
    }

    /** On screen from now on. */
    public void start() {
        running.start();
        subscriptions = context.now().subscribe(arming::tick);
    }

    /** Off screen for good. */
    public void close() {
        subscriptions.unsubscribe();
        running.close();
    }

    @Override
    public List<Offer> on(ResourceRef resource) {
        return offers(ActsFor.of(resource, context.deployment().getValue()));
    }

    @Override
    public List<Offer> on(ResourceRef resource, Line line) {
        return offers(ActsFor.of(resource, line, context.deployment().getValue()));
    }

    private List<Offer> offers(List<ActOffer> offers) {
        return offers.stream()
                .map(offer -> new Offer(offer.key(), context.texts().get(offer.key()), node -> open(offer, node)))
                .toList();
    }

    @Override
    public List<Offer> alarms(AlarmWish wish) {
        return ChartAlarmActs.of(wish, context.deployment().getValue(), context.texts()).stream()
                .map(offer -> new Offer(offer.act().key(), offer.title(), node -> open(offer.act(), node)))
                .toList();
    }

    @Override
    public ObservableValue<Boolean> armed() {
        return arming.armed();
    }

    /** Asks for the confirmation of an operation that is filled in already: what takes another back, or helps it. */
    public void open(Operation operation, Node from) {
        open(ActOffer.of(operation), from);
    }

    void open(ActOffer offer, Node from) {
        SheetLayer.of(from).ifPresent(layer -> {
            var around = new ConfirmController.Around(
                    ports.deployment(), arming, ports.command(), instead -> open(instead, layer), layer::close);
            var confirm = new ConfirmController(new ConfirmModel(offer, ports.runner(), threads), context, around);
            confirm.start();
            layer.show(confirm.root(), confirm.first(), confirm::stop);
        });
    }

    public ArmingModel arming() {
        return arming;
    }

    public RunningModel running() {
        return running;
    }

    /**
     * The choice of how long, and of what is protected.
     *
     * @param close what it stands in
     */
    public ArmingController choice(Runnable close) {
        return new ArmingController(ports, arming, context.texts(), close);
    }
}
