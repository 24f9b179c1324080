package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Account;
import io.atalaya.sandbox.world.sim.Dice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Makes the account of a deployment: its furnished region, and who may sign in. */
public final class Clouds {
    /** The role the console is meant to run as. */
    public static final String OPERATOR_ROLE = "AtalayaOperator";

    /** The person at the console. */
    public static final String OPERATOR = "m.rojas";

    private Clouds() {}

    /** The account, its deployment furnished and its roles in place. */
    public static Cloud build(Deployment deployment, Account account, long seed, InstantSource clock, Story story) {
        World home = new World(new WorldSettings(account, seed, clock, story));
        home.furnish(deployment::furnish);
        var identity = new Identity(account, new Dice(seed));
        identity.role(new Role(account.id(), OPERATOR_ROLE, false, null, Duration.ofHours(12)));
        identity.role(new Role(account.id(), "AtalayaOperatorMfa", true, null, Duration.ofHours(4)));
        identity.role(new Role(account.id(), "AtalayaAudit", false, "atalaya", Duration.ofHours(1)));
        var center = new IdentityCenter(new Dice(seed));
        center.account(new IdentityCenter.Enterable(
                account.id(), account.alias(), "aws@checkop.co", List.of(OPERATOR_ROLE, "AtalayaAudit")));
        center.account(new IdentityCenter.Enterable(
                "444455556666", "checkop-dev", "aws-dev@checkop.co", List.of(OPERATOR_ROLE)));
        return new Cloud(home, identity, center, deployment::furnishElsewhere);
    }
}
