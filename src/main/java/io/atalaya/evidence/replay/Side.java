package io.atalaya.evidence.replay;

import io.atalaya.evidence.capsule.Facts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One of two capsules that are compared.
 *
 * @param file as the person named it
 * @param part whether it is one of several files of one capture
 */
public record Side(String file, Facts facts, boolean part, List<JudgedClaim> claims, List<KeptList> lists) {
    public Side {
        claims = List.copyOf(claims);
        lists = List.copyOf(lists);
    }

    /**
     * Reads it whole.
     *
     * @throws IOException when an item is not there, or not what the manifest says
     */
    public static Side of(CapsuleFile capsule) throws IOException {
        var lists = new ArrayList<KeptList>();
        for (var part : capsule.lists()) {
            lists.add(capsule.list(part));
        }
        return new Side(
                String.valueOf(capsule.file()),
                capsule.manifest().facts(),
                capsule.manifest().share().of() > 1,
                capsule.claims(),
                lists);
    }
}
