package io.atalaya.connect;

import java.net.URI;
import java.time.Instant;

/**
 * What a person compares and approves in the browser.
 *
 * @param userCode to compare with the one the browser shows, {@code ABCD-EFGH}
 * @param page where to approve; holds the code already where AWS offers that
 * @param until when AWS forgets the request
 */
public record DeviceApproval(String profile, String userCode, URI page, Instant until) {}
