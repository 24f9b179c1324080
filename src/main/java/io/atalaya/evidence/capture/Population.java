package io.atalaya.evidence.capture;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Problem;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.EvidenceException.Reason;
import java.util.ArrayList;
import java.util.Collection;

/** Whether every row of every list was read. A capsule that holds part of a list and looks like all of it would be a lie. */
public final class Population {
    private Population() {}

    /**
     * Refuses a deployment of which anything is missing.
     *
     * @param aws whether AWS itself answered: only there every call is offered
     * @throws EvidenceException that names each part and why
     */
    public static void refuseIncomplete(Deployment deployment, Collection<Part<?>> parts, boolean aws)
            throws EvidenceException {
        var missing = new ArrayList<String>();
        for (var part : parts) {
            var why = missing(deployment, part, aws);
            if (!why.isEmpty()) {
                missing.add(part.id() + ": " + why);
            }
        }
        if (!missing.isEmpty()) {
            throw new EvidenceException(Reason.INCOMPLETE, String.join("; ", missing));
        }
    }

    private static <T> String missing(Deployment deployment, Part<T> part, boolean aws) {
        Observed<Listing<T>> observed = deployment.observed(part);
        var problem = observed.problem();
        if (problem != null) {
            return !aws && problem.kind() == Problem.Kind.NOT_OFFERED
                    ? ""
                    : problem.call() + " " + problem.code() + " " + problem.message();
        }
        var listing = observed.value();
        if (listing == null) {
            return "not read";
        }
        return listing.complete() ? "" : listing.items().size() + " rows after " + listing.pages() + " pages, and more";
    }
}
