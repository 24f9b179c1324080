/**
 * Signing in as the AWS CLI does: its files, its environment, its ways to credentials; and credentials that renew in place.
 * Secrets live in the SDK's credential objects, in memory, and nowhere else.
 */
@NullMarked
package io.atalaya.aws.signin;

import org.jspecify.annotations.NullMarked;
