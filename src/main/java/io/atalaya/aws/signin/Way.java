package io.atalaya.aws.signin;

import io.atalaya.aws.Endpoints;
import io.atalaya.connect.SignInMethod;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * A request, resolved: what will be connected to and by which credentials.
 *
 * @param name as the screen names it
 * @param profile the name in {@code files} whose other settings hold
 */
record Way(
        String name,
        SignInMethod method,
        CredentialSource source,
        String region,
        Endpoints endpoints,
        ProfileFile files,
        String profile) {}
