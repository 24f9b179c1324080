package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.world.Balancing;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * Somebody tidies up and takes the way to a target group away: rules that forward to it are deleted, default actions answer a
 * fixed 503. Its targets are {@code unused}, {@code Target.NotInUse}.
 */
final class TargetUnused implements Scenario {
    private static final Duration LENGTH = Duration.ofMinutes(8);

    @Override
    public String id() {
        return "target-unused";
    }

    @Override
    public Duration length() {
        return LENGTH;
    }

    @Override
    public Optional<Lack> lack(World world) {
        return group(world).isPresent() ? Optional.empty() : Optional.of(Lack.NO_FORWARDING);
    }

    @Override
    public void begin(Play play) {
        World world = play.world();
        Balancing balancing = world.balancing();
        TargetGroup group = group(world).orElseThrow();
        String arn = group.targetGroupArn();
        List<Rule> rules =
                balancing.rules().stream().filter(r -> leads(r.actions(), arn)).toList();
        List<Listener> listeners = balancing.listeners().stream()
                .filter(l -> leads(l.defaultActions(), arn))
                .toList();
        List<String> members =
                world.targets().of(arn).stream().map(t -> t.description().id()).toList();
        play.watch(members);
        play.tell(What.FORWARDING_REMOVED, List.of(arn), group.targetGroupName());
        rules.forEach(r -> {
            if (Boolean.TRUE.equals(r.isDefault())) {
                balancing.rules().put(r.toBuilder().actions(closed()).build());
            } else {
                balancing.rules().remove(r.ruleArn());
            }
        });
        listeners.forEach(l ->
                balancing.listeners().put(l.toBuilder().defaultActions(closed()).build()));
        use(play, arn, List.of(), members);
        play.atEnd(() -> {
            play.tell(What.FORWARDING_RESTORED, List.of(arn), group.targetGroupName());
            rules.forEach(balancing.rules()::put);
            listeners.forEach(balancing.listeners()::put);
            use(play, arn, group.loadBalancerArns(), members);
        });
    }

    private static void use(Play play, String group, List<String> balancers, List<String> members) {
        play.world().balancing().targetGroups().change(group, g -> g.toBuilder()
                .loadBalancerArns(balancers)
                .build());
        members.forEach(play.world().targets()::recheck);
    }

    /** One behind rules of its own where there is one: the site goes on without it. */
    private static Optional<TargetGroup> group(World world) {
        Balancing balancing = world.balancing();
        List<TargetGroup> used = balancing.targetGroups().stream()
                .filter(g -> !g.loadBalancerArns().isEmpty()
                        && !Cast.serving(world, g.targetGroupArn()).isEmpty())
                .filter(g -> Stream.concat(
                                balancing.rules().stream().map(Rule::actions),
                                balancing.listeners().stream().map(Listener::defaultActions))
                        .anyMatch(actions -> leads(actions, g.targetGroupArn())))
                .toList();
        return used.stream()
                .filter(g ->
                        balancing.listeners().stream().noneMatch(l -> leads(l.defaultActions(), g.targetGroupArn())))
                .findFirst()
                .or(() -> used.stream().findFirst());
    }

    private static boolean leads(List<Action> actions, String group) {
        return actions.stream()
                .anyMatch(a -> group.equals(a.targetGroupArn())
                        || (a.forwardConfig() != null
                                && a.forwardConfig().targetGroups().stream()
                                        .anyMatch(t -> group.equals(t.targetGroupArn()))));
    }

    private static Action closed() {
        return Action.builder()
                .type(ActionTypeEnum.FIXED_RESPONSE)
                .fixedResponseConfig(
                        f -> f.statusCode("503").contentType("text/plain").messageBody("Under maintenance"))
                .build();
    }
}
