package io.atalaya.noc.history;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Names a deployment for ever: two that differ in any of it never share a number.
 *
 * @param text what is written
 */
public record DeploymentKey(String text) {
    /**
     * Of a connection to AWS, or to an endpoint that speaks like it.
     *
     * @param account empty where nobody says
     * @param endpoint null for AWS itself; who signs in there is left out
     */
    public static DeploymentKey of(String account, String partition, String region, @Nullable URI endpoint) {
        var where = endpoint == null
                ? ""
                : "|" + endpoint.getScheme() + "://" + endpoint.getHost() + ':' + endpoint.getPort();
        return new DeploymentKey(partition + '|' + account + '|' + region + where);
    }

    /** Of a sandbox, whose port is another one each time. */
    public static DeploymentKey ofSandbox(String deployment) {
        return new DeploymentKey("sandbox|" + deployment);
    }
}
