package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.Ailment;
import io.atalaya.sandbox.world.Story;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;

/**
 * What is wrong in a large company on any day: a few single targets, and one service whose last release does not start
 * everywhere. While the story repeats, a target fails every five minutes for two, and a group grows and shrinks.
 */
final class FleetStory {
    private static final List<Ailment> AILMENTS = List.of(
            Ailment.TIMEOUT,
            new Ailment(
                    TargetHealthReasonEnum.TARGET_RESPONSE_CODE_MISMATCH,
                    "Health checks failed with these codes: [503]"),
            new Ailment(
                    TargetHealthReasonEnum.TARGET_RESPONSE_CODE_MISMATCH,
                    "Health checks failed with these codes: [404]"),
            new Ailment(TargetHealthReasonEnum.TARGET_FAILED_HEALTH_CHECKS, "Health checks failed"));
    private static final int ONE_IN = 160;
    private static final Duration TROUBLE_EVERY = Duration.ofMinutes(5);
    private static final Duration TROUBLE_LASTS = Duration.ofMinutes(2);

    private final World world;
    private final Names names;
    private final List<Service> web;

    FleetStory(World world, Names names, Company company) {
        this.world = world;
        this.names = names;
        this.web = company.services().stream().filter(Service::isWeb).toList();
    }

    void furnish() {
        Service badRelease = web.get(web.size() / 2);
        for (Service service : web) {
            for (int i = 0; i < service.size(); i++) {
                boolean unlucky = world.dice().below("ill" + service.number(), i, ONE_IN) == 0;
                if (unlucky || (service.equals(badRelease) && i % 3 == 0)) {
                    world.targets().afflict(names.instance(service, i), ailment(service.number() + i));
                }
            }
        }
        if (world.settings().story() == Story.REPEATING) {
            world.timeline()
                    .every(
                            world.start().plus(Duration.ofMinutes(1)),
                            TROUBLE_EVERY,
                            world.unlessPractised(this::trouble));
        }
        if (world.settings().story() == Story.INCIDENT) {
            web.stream().limit(Math.max(1, web.size() / 20)).forEach(this::zoneOut);
        }
    }

    private void trouble() {
        long turn = world.now().getEpochSecond() / TROUBLE_EVERY.toSeconds();
        Service service = world.dice().pick("trouble", turn, web);
        String id = names.instance(service, world.dice().below("who", turn, service.size()));
        world.targets().afflict(id, ailment((int) (turn % AILMENTS.size())));
        world.timeline().after(TROUBLE_LASTS, () -> world.targets().cure(id));
        Service growing = world.dice().pick("growing", turn, web);
        int size = growing.size() + (turn % 2 == 0 ? 1 : 0);
        world.scaling().desire(growing.name(), size, "a monitor alarm changed the desired capacity to " + size + '.');
    }

    /** Nothing of the service answers in the last zone. */
    private void zoneOut(Service service) {
        for (int i = 0; i < service.size(); i++) {
            if (FleetMachines.zone(i) == Site.ZONES.size() - 1) {
                world.targets().afflict(names.instance(service, i), Ailment.TIMEOUT);
            }
        }
    }

    private static Ailment ailment(int number) {
        return AILMENTS.get(Math.floorMod(number, AILMENTS.size()));
    }
}
