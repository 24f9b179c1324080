package io.atalaya.logs.find;

import com.google.re2j.Pattern;
import io.atalaya.logs.find.BadClause.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison on a field: {@code status>=500}, {@code user.name="Ana María"}, {@code duration~^1}.
 *
 * @param path names of nested fields, outermost first
 * @param name the same as written
 * @param value without its quotes
 * @param number the value, where it is one
 * @param regex for {@link Op#LIKE} and {@link Op#UNLIKE}
 */
record FieldQuery(
        List<String> path,
        String name,
        Op op,
        String value,
        @Nullable Quantity number,
        @Nullable Pattern regex,
        boolean matchCase) {
    /** How a field's value is compared. A field that is not there compares with nothing, not even as unequal. */
    enum Op {
        EQUAL("="),
        UNEQUAL("!="),
        MORE(">"),
        AT_LEAST(">="),
        LESS("<"),
        AT_MOST("<="),
        LIKE("~"),
        UNLIKE("!~");

        private final String sign;

        Op(String sign) {
            this.sign = sign;
        }
    }

    static FieldQuery parse(String text, boolean matchCase) throws BadClause {
        int at = 0;
        while (at < text.length() && "=!<>~".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        var name = text.substring(0, at).strip();
        if (at == text.length()) {
            throw new BadClause(Reason.FIELD_SYNTAX, at, "");
        }
        if (name.isEmpty()) {
            throw new BadClause(Reason.FIELD_NAME, 0, text);
        }
        var op = op(text, at);
        int behind = at + op.sign.length();
        if (text.startsWith("=", behind)) { // == is meant as =
            behind++;
        }
        var value = text.substring(behind).strip();
        if (value.isEmpty()) {
            throw new BadClause(Reason.FIELD_VALUE, behind, "");
        }
        if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
            value = value.substring(1, value.length() - 1);
        }
        Pattern regex = null;
        if (op == Op.LIKE || op == Op.UNLIKE) {
            try {
                regex = Regexes.compile(value, matchCase);
            } catch (BadClause bad) {
                int place = bad.position() < 0 ? -1 : text.indexOf(value, behind) + bad.position();
                throw new BadClause(bad.reason(), place, bad.piece());
            }
        }
        return new FieldQuery(List.of(name.split("\\.", -1)), name, op, value, Quantity.of(value), regex, matchCase);
    }

    private static Op op(String text, int at) throws BadClause {
        for (var each : List.of(Op.UNEQUAL, Op.UNLIKE, Op.AT_LEAST, Op.AT_MOST, Op.MORE, Op.LESS, Op.EQUAL, Op.LIKE)) {
            if (text.startsWith(each.sign, at)) {
                return each;
            }
        }
        throw new BadClause(Reason.FIELD_SYNTAX, at, text.substring(at, at + 1));
    }

    /** Whether a value found under the name compares as asked. */
    boolean holds(String found) {
        return switch (op) {
            case EQUAL -> same(found);
            case UNEQUAL -> !same(found);
            case LIKE -> regex != null && regex.matcher(found).find();
            case UNLIKE -> regex != null && !regex.matcher(found).find();
            case MORE, AT_LEAST, LESS, AT_MOST -> ordered(found);
        };
    }

    private boolean same(String found) {
        if (matchCase ? found.equals(value) : found.equalsIgnoreCase(value)) {
            return true;
        }
        var order = number == null ? null : number.compare(found);
        return order != null && order == 0;
    }

    /** Numbers as numbers; words, such as ISO times, by their letters; never one with the other. */
    private boolean ordered(String found) {
        Integer order;
        if (number != null) {
            order = number.compare(found);
        } else {
            order = Quantity.of(found) != null
                    ? null
                    : Integer.valueOf(matchCase ? found.compareTo(value) : found.compareToIgnoreCase(value));
        }
        if (order == null) {
            return false;
        }
        return switch (op) {
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
            case LESS -> order < 0;
            default -> order <= 0;
        };
    }
}
