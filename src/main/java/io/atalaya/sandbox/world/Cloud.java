package io.atalaya.sandbox.world;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All regions of the account: the furnished one, and empty ones that come into being when somebody asks there. */
public final class Cloud {
    private final World home;
    private final Identity identity;
    private final IdentityCenter identityCenter;
    private final Map<String, World> elsewhere = new ConcurrentHashMap<>();

    public Cloud(World home, Identity identity, IdentityCenter identityCenter) {
        this.home = home;
        this.identity = identity;
        this.identityCenter = identityCenter;
    }

    /** Where the deployment is, and where services without regions answer. */
    public World home() {
        return home;
    }

    public World in(String region) {
        if (region.equals(home.region())) {
            return home;
        }
        return elsewhere.computeIfAbsent(
                region, name -> new World(home.settings().in(name)));
    }

    public Identity identity() {
        return identity;
    }

    public IdentityCenter identityCenter() {
        return identityCenter;
    }
}
