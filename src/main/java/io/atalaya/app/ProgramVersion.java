package io.atalaya.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, written by the build. */
public final class ProgramVersion {
    private final String text;

    public ProgramVersion() {
        var properties = new Properties();
        try (var in = ProgramVersion.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                throw new IllegalStateException("build.properties is not in the program");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.text = properties.getProperty("version");
    }

    /** Such as {@code 0.1.0}. */
    public String text() {
        return text;
    }
}
