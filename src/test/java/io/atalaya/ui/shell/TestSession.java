package io.atalaya.ui.shell;

import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.ConnectionQuality;
import io.atalaya.connect.CredentialState;
import io.atalaya.connect.Renewal;
import io.atalaya.connect.Session;
import io.atalaya.connect.SignInDialogue;
import io.atalaya.connect.SignInMethod;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Problem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session whose answers are set by hand. */
public class TestSession implements Session {
    CredentialState credentials;
    boolean aws = true;

    @Nullable
    String sandbox;

    public TestSession(Instant expiresAt) {
        credentials = new CredentialState(expiresAt, Renewal.PERSON);
    }

    @Override
    public ConnectRequest request() {
        return new ConnectRequest(sandbox == null ? "checkop-prod" : null, null, null, sandbox);
    }

    @Override
    public String name() {
        return sandbox == null ? "checkop-prod" : sandbox;
    }

    @Override
    public SignInMethod method() {
        return SignInMethod.ROLE_MFA;
    }

    @Override
    public Optional<Caller> caller() {
        return Optional.of(new Caller(
                "111122223333",
                "arn:aws:sts::111122223333:assumed-role/AtalayaOperator/m.rojas",
                "AROAEXAMPLE:m.rojas",
                "checkop-co"));
    }

    @Override
    public String region() {
        return "us-east-1";
    }

    @Override
    public String partition() {
        return "aws";
    }

    @Override
    public @Nullable URI endpoint() {
        return aws ? null : URI.create("http://127.0.0.1:4566");
    }

    @Override
    public boolean isAws() {
        return aws;
    }

    @Override
    public CredentialState credentials() {
        return credentials;
    }

    @Override
    public Optional<Problem> renew(SignInDialogue dialogue) {
        return Optional.empty();
    }

    @Override
    public ConnectionQuality quality() {
        return new ConnectionQuality("ec2.us-east-1.amazonaws.com", Duration.ofMillis(84), 212, 0, Duration.ZERO, null);
    }

    @Override
    public void close() {}
}
