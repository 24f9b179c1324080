package io.atalaya.noc.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class GlobTest {
    /** The same as a regular expression says, which would take for ever on some of them. */
    @Property(tries = 3_000)
    void matchesAsARegularExpressionWould(
            @ForAll @Chars({'*', '|'}) @CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 8) String glob,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String word) {
        var words = new Glob(glob).words();
        var expected = words.stream().anyMatch(each -> Pattern.matches(each.replace("*", ".*"), word));

        assertThat(new Glob(glob).matches(word)).isEqualTo(expected);
    }

    @Property(tries = 20)
    void manyStarsEndSoon(@ForAll @CharRange(from = 'a', to = 'a') @StringLength(min = 200, max = 400) String word) {
        assertThat(new Glob("*a".repeat(60) + "*b").matches(word)).isFalse();
    }
}
