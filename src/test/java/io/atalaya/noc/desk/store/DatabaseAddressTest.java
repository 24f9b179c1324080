package io.atalaya.noc.desk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @Test
    void thePasswordIsInNothingThatIsShown() {
        var address = DatabaseAddress.of("postgresql://ana:p%40ss+word@db.noc:5433/desk?sslmode=require", null);
        assertThat(address).hasToString("postgresql://db.noc:5433/desk");
        assertThat(address.jdbc()).isEqualTo("jdbc:postgresql://db.noc:5433/desk");
        assertThat(address.properties())
                .containsEntry("user", "ana")
                .containsEntry("password", "p@ss+word")
                .containsEntry("sslmode", "require");
        assertThat(address.withoutSecrets("bad p@ss+word here")).isEqualTo("bad *** here");
    }

    @Test
    void theEnvironmentsPasswordIsTakenWhereTheAddressHasNone() {
        assertThat(DatabaseAddress.of("postgresql://ana@db/desk", "env").properties())
                .containsEntry("password", "env");
        assertThat(DatabaseAddress.of("postgresql://ana:own@db/desk", "env").properties())
                .containsEntry("password", "own");
        assertThat(DatabaseAddress.of("jdbc:postgresql://db/desk?user=a&password=b", null)
                        .properties())
                .containsEntry("password", "b");
        assertThat(DatabaseAddress.of("postgresql://ana@db/desk", null).properties())
                .doesNotContainKey("password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ana:pa ss@db/desk",
                "mysql://ana:pass@db/desk",
                "ana:pass",
                "postgresql://u:pass@db"
            })
    void whatIsNoAddressIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> DatabaseAddress.of(url, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("pa")
                .hasNoCause();
    }
}
