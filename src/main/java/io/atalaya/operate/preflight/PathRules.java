package io.atalaya.operate.preflight;

import io.atalaya.deployment.reach.Change;
import io.atalaya.deployment.reach.Changes;

/** Which paths a change of the perimeter opens and closes, by following them before and after; and which were followed. */
final class PathRules {
    private final Known known;
    private final Findings found;
    private final RequestChain chain;
    private final PathMemory memory;

    PathRules(Known known, Findings found, RequestChain chain, PathMemory memory) {
        this.known = known;
        this.found = found;
        this.chain = chain;
        this.memory = memory;
    }

    void of(Change change) {
        var sure = true;
        for (var part : PathMemory.NETWORK) {
            sure &= known.sure(part);
        }
        var followed = memory.followed(known.index().deployment(), change, before -> follow(before, change));
        found.addAll(followed.consequences());
        if (followed.same() && sure) {
            found.note("pathsSame");
        }
    }

    private PathMemory.Followed follow(PathSide before, Change change) {
        var after = new PathSide(Changes.apply(before.deployment(), change));
        var here = new Findings();
        var internet = new InternetPaths(known, here, chain);
        var requests = new RequestPaths(here, chain);
        var tiers = new TierPaths(known, here, chain);
        var same = internet.same(before, after)
                & requests.same(before, after)
                & tiers.same(before, after, requests.ports());
        here.note("pathsLooked", internet.looked(), requests.looked(), tiers.looked(before));
        return new PathMemory.Followed(here.all(), same);
    }
}
