package io.atalaya.aws.signin;

import io.atalaya.watch.CallPermits;

/** AWS counts calls by account and region: everything of this process that goes to the same pair shares one budget. */
@FunctionalInterface
public interface Budgets {
    /** @param account 12 digits; empty while signing in, and where an endpoint does not say */
    CallPermits of(String account, String region);
}
