package io.atalaya.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.connect.CredentialHint;
import io.atalaya.connect.Profile;
import io.atalaya.connect.ProfileListing;
import io.atalaya.connect.SignInMethod;
import io.atalaya.deployment.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileDirectoryTest {
    @TempDir
    private Path home;

    private final MovableClock clock = new MovableClock();
    private final Map<String, String> env = new HashMap<>();

    @BeforeEach
    void directory() throws IOException {
        Files.createDirectories(home.resolve(".aws/sso/cache"));
    }

    @Test
    void everyWayIsRecognised() throws IOException {
        config("""
                [default]
                region = us-east-1
                [profile prod]
                role_arn = arn:aws:iam::111122223333:role/AtalayaOperator
                source_profile = keys
                mfa_serial = arn:aws:iam::111122223333:mfa/m.rojas
                region = us-east-1
                [profile audit]
                role_arn = arn:aws:iam::111122223333:role/Audit
                source_profile = prod
                [profile plain-role]
                role_arn = arn:aws:iam::999922223333:role/Audit
                source_profile = keys
                [profile dev]
                sso_session = corp
                sso_account_id = 444455556666
                sso_role_name = Dev
                [sso-session corp]
                sso_start_url = https://corp.awsapps.com/start
                sso_region = us-east-1
                [profile old-sso]
                sso_start_url = https://old.awsapps.com/start
                sso_region = us-east-1
                sso_account_id = 444455556666
                sso_role_name = Dev
                [profile program]
                credential_process = /usr/bin/give --token hunter2
                [profile web]
                role_arn = arn:aws:iam::111122223333:role/Web
                web_identity_token_file = /tmp/token
                [profile local]
                endpoint_url = http://127.0.0.1:4566
                aws_access_key_id = a
                aws_secret_access_key = b
                """);
        credentials("""
                [keys]
                aws_access_key_id = AKIAEXAMPLE
                aws_secret_access_key = sEcReT
                [temporary]
                aws_access_key_id = ASIAEXAMPLE
                aws_secret_access_key = sEcReT
                aws_session_token = tOkEn
                """);

        var listing = read();

        assertThat(method(listing, "keys")).isEqualTo(SignInMethod.ACCESS_KEY);
        assertThat(method(listing, "temporary")).isEqualTo(SignInMethod.SESSION_KEY);
        assertThat(method(listing, "prod")).isEqualTo(SignInMethod.ROLE_MFA);
        assertThat(method(listing, "audit")).as("a code is needed below it").isEqualTo(SignInMethod.ROLE_MFA);
        assertThat(method(listing, "plain-role")).isEqualTo(SignInMethod.ROLE);
        assertThat(method(listing, "dev")).isEqualTo(SignInMethod.IDENTITY_CENTER);
        assertThat(method(listing, "old-sso")).isEqualTo(SignInMethod.IDENTITY_CENTER);
        assertThat(method(listing, "program")).isEqualTo(SignInMethod.PROCESS);
        assertThat(method(listing, "web")).isEqualTo(SignInMethod.WEB_IDENTITY);
        assertThat(method(listing, "default")).isEqualTo(SignInMethod.NONE);
        var prod = find(listing, "prod");
        assertThat(prod.account()).isEqualTo("111122223333");
        assertThat(prod.region()).isEqualTo("us-east-1");
        assertThat(prod.mfaSerial()).endsWith(":mfa/m.rojas");
        assertThat(prod.sourceProfile()).isEqualTo("keys");
        assertThat(prod.credentials().state()).isEqualTo(CredentialHint.State.NEEDS_CODE);
        assertThat(find(listing, "dev").account()).isEqualTo("444455556666");
        assertThat(find(listing, "dev").roleName()).isEqualTo("Dev");
        assertThat(find(listing, "dev").credentials().state()).isEqualTo(CredentialHint.State.NEEDS_BROWSER);
        assertThat(find(listing, "local").endpointUrl()).isEqualTo(URI.create("http://127.0.0.1:4566"));
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.preselected()).isEqualTo("default");
        assertThat(listing.files())
                .extracting(each -> each.file().getFileName().toString())
                .containsExactly("config", "credentials");
        assertThat(listing.toString()).doesNotContain("sEcReT", "tOkEn", "hunter2");
    }

    @Test
    void malformedConfigNamesFileAndLineAndLeavesTheOtherUsable() throws IOException {
        config("[default]\nregion = us-east-1\n\naws_secret_access_key wJalrXUtnFEMI\n");
        credentials("[keys]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = x\n");

        var listing = read();

        assertThat(find(listing, "keys").method()).isEqualTo(SignInMethod.ACCESS_KEY);
        assertThat(listing.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFIGURATION);
            assertThat(problem.call()).isEqualTo(home.resolve(".aws/config").toString());
            assertThat(problem.message()).contains("line 4", "name = value", "correct the line");
            assertThat(problem.message()).doesNotContain("wJalr");
        });
    }

    @Test
    void openBracketIsNamed() throws IOException {
        config("[default\nregion = us-east-1\n");

        assertThat(read().problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("line 1", "]"));
    }

    @Test
    void propertyWithoutSectionIsNamed() throws IOException {
        credentials("aws_access_key_id = AKIA\n");

        assertThat(read().problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("line 1", "[section]"));
    }

    @Test
    void fileThatIsNoTextIsAProblemOfItsOwn() throws IOException {
        Files.write(home.resolve(".aws/config"), new byte[] {'[', (byte) 0xC3, (byte) 0x28, ']'});

        assertThat(read().problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("UTF-8"));
    }

    @Test
    void unusableProfileSaysWhy() throws IOException {
        config("""
                [profile half]
                aws_access_key_id = AKIA
                [profile round]
                role_arn = arn:aws:iam::111122223333:role/A
                source_profile = trip
                [profile trip]
                role_arn = arn:aws:iam::111122223333:role/B
                source_profile = round
                [profile orphan]
                role_arn = arn:aws:iam::111122223333:role/B
                source_profile = nobody
                [profile nosession]
                sso_session = gone
                sso_account_id = 1
                sso_role_name = r
                [profile both]
                role_arn = arn:aws:iam::111122223333:role/B
                source_profile = half
                credential_source = Environment
                """);

        var listing = read();

        assertThat(message(listing, "half")).contains("aws_secret_access_key is missing");
        assertThat(message(listing, "round")).contains("circle: round -> trip -> round");
        assertThat(message(listing, "orphan")).contains("nobody", "orphan needs it as source_profile");
        assertThat(message(listing, "nosession")).contains("sso_session = gone", ".aws/config", "aws configure sso");
        assertThat(message(listing, "both")).contains("both source_profile and credential_source");
        assertThat(find(listing, "half").credentials().state()).isEqualTo(CredentialHint.State.INCOMPLETE);
    }

    @Test
    void profileMayNameItselfWhenItHasTheKeys() throws IOException {
        config("[profile self]\nrole_arn = arn:aws:iam::111122223333:role/A\nsource_profile = self\n"
                + "aws_access_key_id = AKIA\naws_secret_access_key = x\n");

        assertThat(find(read(), "self").method()).isEqualTo(SignInMethod.ROLE);
    }

    @Test
    void tokenOfTheCliTellsWhenItEnds() throws IOException {
        config("[profile dev]\nsso_session = corp\nsso_account_id = 444455556666\nsso_role_name = Dev\n"
                + "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = us-east-1\n");
        var until = clock.instant().minusSeconds(3 * 86_400);
        token("corp", "{\"accessToken\": \"aoaT\", \"expiresAt\": \"" + until + "\"}");
        assertThat(find(read(), "dev").credentials())
                .isEqualTo(new CredentialHint(CredentialHint.State.EXPIRED, until));

        var later = clock.instant().plusSeconds(3600);
        token(
                "corp",
                "{\"accessToken\": \"aoaT\", \"expiresAt\": \""
                        + later.toString().replace("Z", "UTC") + "\"}");
        assertThat(find(read(), "dev").credentials()).isEqualTo(new CredentialHint(CredentialHint.State.VALID, later));

        token("corp", "{\"accessToken\": ");
        assertThat(find(read(), "dev").credentials().state()).isEqualTo(CredentialHint.State.NEEDS_BROWSER);
    }

    @Test
    void environmentIsOneOfThem() {
        env.put("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE");
        env.put("AWS_SECRET_ACCESS_KEY", "sEcReT");
        env.put("AWS_REGION", "sa-east-1");
        env.put("AWS_PROFILE", "prod");

        var listing = read();

        assertThat(listing.profiles()).singleElement().satisfies(profile -> {
            assertThat(profile.name()).isEqualTo(Profile.ENVIRONMENT);
            assertThat(profile.region()).isEqualTo("sa-east-1");
        });
        assertThat(listing.preselected()).isEqualTo("prod");
        assertThat(listing.files()).noneMatch(file -> file.exists());
    }

    @Test
    void fileIsReadAnewEachTime() throws IOException {
        var directory = directory(home);
        assertThat(directory.read().profiles()).isEmpty();
        credentials("[keys]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = x\n");

        assertThat(directory.read().profiles()).hasSize(1);
    }

    private void token(String key, String json) throws IOException {
        try {
            var name = java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-1")
                            .digest(key.getBytes(StandardCharsets.UTF_8)));
            Files.writeString(home.resolve(".aws/sso/cache/" + name + ".json"), json);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private ProfileListing read() {
        return directory(home).read();
    }

    private AwsProfileDirectory directory(Path at) {
        var memory = new CredentialMemory();
        var tokens = new SsoTokens(
                memory, new SsoTokenFiles(AwsFiles.of(env, at).ssoCache()), new DeviceFlow(time -> {}, clock), clock);
        return new AwsProfileDirectory(env, at, clock, memory, tokens);
    }

    private static Profile find(ProfileListing listing, String name) {
        return listing.find(name).orElseThrow();
    }

    private static SignInMethod method(ProfileListing listing, String name) {
        return find(listing, name).method();
    }

    private static String message(ProfileListing listing, String name) {
        var problem = find(listing, name).problem();
        return problem == null ? "no problem" : problem.message();
    }

    private void config(String text) throws IOException {
        Files.writeString(home.resolve(".aws/config"), text);
    }

    private void credentials(String text) throws IOException {
        Files.writeString(home.resolve(".aws/credentials"), text);
    }
}
