package io.atalaya.logs.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.logs.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedFiltersTest {
    private static final Filter ERRORS = new Filter(
            List.of(new Clause(Clause.Kind.EXCLUDE, Clause.Mode.REGEX, "GET /ping\\d", true, false)),
            Set.of(Level.ERROR),
            Set.of("arn:g"),
            3,
            false);

    @TempDir
    Path folder;

    @Test
    void keepsFiltersByName() throws IOException {
        var file = folder.resolve("filters.json");
        var saved = new SavedFilters(file);
        assertThat(saved.all()).isEmpty();
        saved.save("errores", ERRORS);
        saved.save("all", Filter.ALL);
        saved.save("errores", Filter.ALL);
        saved.save("errores", ERRORS);
        assertThat(new SavedFilters(file).all()).isEqualTo(Map.of("errores", ERRORS, "all", Filter.ALL));
        assertThat(new SavedFilters(file).all().keySet()).containsExactly("errores", "all");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        saved.remove("all");
        assertThat(saved.all()).isEqualTo(Map.of("errores", ERRORS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0001',
            value = {
                "{; line 1",
                "[]; \"version\" is not 1",
                "{\"version\":2}; \"version\" is not 1",
                "{\"version\":1}; the file: \"filters\" is no list",
                "{\"version\":1,\"filters\":[{}]}; filter 1: \"name\" is no text",
                "{\"version\":1,\"filters\":[{\"name\":\"a\",\"clauses\":[{\"kind\":\"hide\"}]}]}; filter 1, clause 1:"
                        + " \"hide\" is none of",
                "{\"version\":1,\"filters\":[{\"name\":\"a\",\"clauses\":[],\"levels\":[\"bad\"],\"groups\":[]}]};"
                        + " filter 1: \"bad\" is none of"
            })
    void saysWhatIsWrongAndLeavesTheFileAlone(String content, String why) throws IOException {
        var file = folder.resolve("filters.json");
        Files.writeString(file, content);
        var saved = new SavedFilters(file);
        assertThatThrownBy(saved::all).isInstanceOf(SavedFilters.Broken.class).hasMessageContaining(why);
        assertThatThrownBy(() -> saved.save("x", Filter.ALL)).isInstanceOf(SavedFilters.Broken.class);
        assertThat(Files.readString(file)).isEqualTo(content);
    }
}
