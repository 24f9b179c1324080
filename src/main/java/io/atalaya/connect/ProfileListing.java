package io.atalaya.connect;

import io.atalaya.deployment.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The profiles of this computer at one moment.
 *
 * @param profiles by name, the environment first where it has credentials
 * @param files the config and the credentials file
 * @param problems a file that cannot be read: kind CONFIGURATION, call = the file, message = line and what is wrong. The
 *     profiles of the other file are there nevertheless
 * @param preselected the profile the AWS CLI would use without {@code --profile}; a name that may not exist
 */
public record ProfileListing(
        List<Profile> profiles, List<ProfileFileRead> files, List<Problem> problems, String preselected) {
    public ProfileListing {
        profiles = List.copyOf(profiles);
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    public Optional<Profile> find(String name) {
        return profiles.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
