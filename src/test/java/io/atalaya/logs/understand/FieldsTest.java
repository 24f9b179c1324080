package io.atalaya.logs.understand;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.understand.Fields.Form;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    void nestedObjectsAndListsOfJsonHavePaths() {
        var fields = Fields.of("2026-11-22 {\"a\":{\"b\":1.50,\"c\":[{\"d\":\"x\\ny\"},true]},\"e\":null}");
        assertThat(fields.form()).isEqualTo(Form.JSON);
        assertThat(fields.all())
                .containsExactly(
                        new Field("a.b", "1.50", Field.Type.NUMBER),
                        new Field("a.c[0].d", "x\ny", Field.Type.TEXT),
                        new Field("a.c[1]", "true", Field.Type.BOOLEAN),
                        new Field("e", "null", Field.Type.NULL));
        assertThat(fields.more()).isFalse();
    }

    @Test
    void ofJsonCutShortWhatIsThereStands() {
        var fields = Fields.of("{\"a\":1,\"b\":{\"c\":2,\"d\":\"cut");
        assertThat(fields.all()).extracting(Field::name).containsExactly("a", "b.c");
        assertThat(fields.more()).isTrue();
    }

    @Test
    void pairsAreFoundAmongWords() {
        var fields = Fields.of(
                "2026 INFO done status=200 took=12.5ms path=\"/a b?c=d\" user='ana' q=(x=1,y=-2) ok=true none=null a==b c!=d e= f");
        assertThat(fields.form()).isEqualTo(Form.PAIRS);
        assertThat(fields.all())
                .extracting(field -> field.name() + ":" + field.value() + ":" + field.type())
                .containsExactly(
                        "status:200:NUMBER",
                        "took:12.5ms:TEXT",
                        "path:/a b?c=d:TEXT",
                        "user:ana:TEXT",
                        "q:(x=1:TEXT",
                        "y:-2:NUMBER",
                        "ok:true:BOOLEAN",
                        "none:null:NULL");
    }

    @Test
    void hugeMessagesAreReadInPart() {
        assertThat(Fields.of("{\"a\":1,\"x\":\"" + "y".repeat(10_000_000) + "\"}")
                        .all())
                .hasSize(1);
        assertThat(Fields.of("{" + "\"a\":1,".repeat(2_000_000)).all()).hasSize(Fields.MOST);
        assertThat(Fields.of("{\"a\":".repeat(1_000_000)).all()).isEmpty();
        assertThat(Fields.of("a=1 ".repeat(2_500_000)).all()).hasSize(Fields.MOST);
        assertThat(Fields.of("=".repeat(10_000_000)).all()).isEmpty();
    }

    @Property(tries = 2000)
    void neverThrows(@ForAll String text) {
        assertThat(Fields.of(text)).isNotNull();
        assertThat(Fields.of("{\"" + text)).isNotNull();
        assertThat(PrettyJson.of("{\"" + text)).isNotNull();
        assertThat(SafeText.lines(text, 50)).hasSizeLessThanOrEqualTo(51);
        assertThat(Trace.of("\tat " + text)).isNotNull();
    }
}
