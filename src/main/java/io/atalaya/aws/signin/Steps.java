package io.atalaya.aws.signin;

import io.atalaya.connect.SignInStep;
import io.atalaya.connect.SignInStep.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a sign-in will do, told before it does. */
final class Steps {
    private final Predicate<CredentialSource.IdentityCenter> needsBrowser;

    /** @param needsBrowser whether an Identity Center source has no valid token yet */
    Steps(Predicate<CredentialSource.IdentityCenter> needsBrowser) {
        this.needsBrowser = needsBrowser;
    }

    List<SignInStep> of(CredentialSource source) {
        var steps = new ArrayList<SignInStep>();
        steps.add(
                source instanceof CredentialSource.Local local
                        ? new SignInStep(Kind.START_SANDBOX, local.profile())
                        : new SignInStep(Kind.READ_PROFILE, settings(source)));
        add(source, steps);
        steps.add(new SignInStep(Kind.WHO_AM_I, "sts:GetCallerIdentity"));
        return steps;
    }

    private void add(CredentialSource source, List<SignInStep> steps) {
        switch (source) {
            case CredentialSource.Keys keys -> {}
            case CredentialSource.Local local -> {}
            case CredentialSource.Role role -> {
                add(role.base(), steps);
                var kind = role.settings().mfaSerial() == null ? Kind.GET_ROLE : Kind.MFA_CODE;
                steps.add(new SignInStep(kind, "sts:AssumeRole"));
            }
            case CredentialSource.IdentityCenter center -> {
                if (needsBrowser.test(center)) {
                    steps.add(new SignInStep(Kind.BROWSER, "sso-oauth:CreateToken"));
                }
                steps.add(new SignInStep(Kind.GET_ROLE, "sso:GetRoleCredentials"));
            }
            case CredentialSource.Program program ->
                steps.add(new SignInStep(Kind.PROCESS, program(program.command())));
            case CredentialSource.WebIdentity web ->
                steps.add(new SignInStep(Kind.GET_ROLE, "sts:AssumeRoleWithWebIdentity"));
            case CredentialSource.Metadata metadata -> steps.add(new SignInStep(Kind.READ_KEY, "metadata"));
        }
    }

    private static String settings(CredentialSource source) {
        return switch (source) {
            case CredentialSource.Keys keys -> "aws_access_key_id";
            case CredentialSource.Role role ->
                role.settings().mfaSerial() == null ? "role_arn" : "role_arn, mfa_serial";
            case CredentialSource.IdentityCenter center ->
                center.sso().scopes().isEmpty() ? "sso_start_url" : "sso_session";
            case CredentialSource.Program program -> "credential_process";
            case CredentialSource.WebIdentity web -> "web_identity_token_file";
            case CredentialSource.Metadata metadata -> "credential_source";
            case CredentialSource.Local local -> "";
        };
    }

    /** The program's file name; its arguments may be secrets. */
    static String program(String command) {
        var words = CommandLineWords.of(command);
        var file = words.isEmpty() ? null : Path.of(words.getFirst()).getFileName();
        return file == null ? "credential_process" : file.toString();
    }
}
