package io.atalaya.aws.signin;

import io.atalaya.aws.ClientFactory;
import io.atalaya.aws.ClientSettings;
import io.atalaya.aws.Guards;
import io.atalaya.aws.HttpClients;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Clients for the few calls of a sign-in, behind the same guards as all others. */
record SignInClients(ClientSettings settings, Guards guards, HttpClients http) {
    <T> T as(AwsCredentials credentials, Function<ClientFactory, T> body) {
        return with(settings, StaticCredentialsProvider.create(credentials), body);
    }

    /** Without signature, in the region where the service is. */
    <T> T unsigned(String region, Function<ClientFactory, T> body) {
        return with(settings.in(region), AnonymousCredentialsProvider.create(), body);
    }

    private <T> T with(ClientSettings where, AwsCredentialsProvider provider, Function<ClientFactory, T> body) {
        try (var clients = new ClientFactory(where, provider, guards, http)) {
            return body.apply(clients);
        }
    }
}
