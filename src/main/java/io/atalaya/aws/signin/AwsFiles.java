package io.atalaya.aws.signin;

import java.nio.file.Path;
import java.util.Map;

/** Where the AWS CLI keeps its files. */
record AwsFiles(Path config, Path credentials, Path ssoCache) {
    /** @param home the user's; {@code ~} in the environment's paths */
    static AwsFiles of(Map<String, String> env, Path home) {
        var aws = home.resolve(".aws");
        return new AwsFiles(
                at(env.get("AWS_CONFIG_FILE"), aws.resolve("config"), home),
                at(env.get("AWS_SHARED_CREDENTIALS_FILE"), aws.resolve("credentials"), home),
                aws.resolve("sso").resolve("cache"));
    }

    private static Path at(@org.jspecify.annotations.Nullable String configured, Path usual, Path home) {
        return configured == null || configured.isBlank() ? usual : expand(configured, home);
    }

    /** {@code ~/x} in the home directory. */
    static Path expand(String path, Path home) {
        return path.startsWith("~/") || path.startsWith("~\\") ? home.resolve(path.substring(2)) : Path.of(path);
    }
}
