package io.atalaya.ui.wall;

import io.atalaya.connect.CredentialState;

/**
 * How the console itself is, for the foot of the wall.
 *
 * @param deployment as the top bar names it
 * @param where account and region
 * @param armed whether somebody may act from this console now
 * @param callsPerSecond what it costs the account
 * @param shareUsed of the allowance this console gave itself: 0 to 1
 */
public record WallHealth(
        String deployment,
        String where,
        boolean armed,
        CredentialState credentials,
        double callsPerSecond,
        double shareUsed) {}
