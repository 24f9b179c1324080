package io.atalaya.sandbox.world;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** All regions of the account: the furnished one, and empty ones that come into being when somebody asks there. */
public final class Cloud {
    private final World home;
    private final Identity identity;
    private final IdentityCenter identityCenter;
    private final Trail trail;
    private final AuditTrails auditTrails;
    private final Consumer<World> furnisher;
    private final Map<String, World> elsewhere = new ConcurrentHashMap<>();

    /** @param furnisher puts into a region what is there besides the home region, when it is first asked */
    public Cloud(World home, Identity identity, IdentityCenter identityCenter, Consumer<World> furnisher) {
        this.home = home;
        this.furnisher = furnisher;
        this.identity = identity;
        this.identityCenter = identityCenter;
        this.trail = new Trail(identity, home.settings().clock());
        this.auditTrails = new AuditTrails(home.account(), home.region());
    }

    /** Where the deployment is, and where services without regions answer. */
    public World home() {
        return home;
    }

    public World in(String region) {
        if (region.equals(home.region())) {
            return home;
        }
        return elsewhere.computeIfAbsent(region, name -> {
            World world = new World(home.settings().in(name));
            world.furnish(furnisher);
            return world;
        });
    }

    public Identity identity() {
        return identity;
    }

    public IdentityCenter identityCenter() {
        return identityCenter;
    }

    /** Where it is delivered what was changed. */
    public AuditTrails auditTrails() {
        return auditTrails;
    }

    /** What was changed, and by whom. */
    public Trail trail() {
        return trail;
    }
}
