package io.atalaya.sandbox.world.insights;

import io.atalaya.sandbox.world.insights.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads expressions. */
final class ExpressionParser {
    private final Words words;

    ExpressionParser(Words words) {
        this.words = words;
    }

    Expression expression() {
        Expression left = and();
        while (words.take("or")) {
            Expression a = left;
            Expression b = and();
            left = row -> Values.isTrue(a.of(row)) || Values.isTrue(b.of(row));
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (words.take("and")) {
            Expression a = left;
            Expression b = not();
            left = row -> Values.isTrue(a.of(row)) && Values.isTrue(b.of(row));
        }
        return left;
    }

    private Expression not() {
        if (words.take("not")) {
            Expression inner = not();
            return row -> !Values.isTrue(inner.of(row));
        }
        return comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        Token next = words.peek();
        if (next.kind() == Kind.SYMBOL
                && List.of("=", "!=", "<", "<=", ">", ">=").contains(next.text())) {
            words.next();
            Expression right = sum();
            return row -> holds(left.of(row), next.text(), right.of(row));
        }
        boolean negated = next.is("not");
        if (negated) {
            words.next();
        }
        if (words.take("like") || !negated && words.take("=~")) {
            Pattern pattern = like();
            return row -> found(left.of(row), pattern) != negated;
        }
        if (words.take("in")) {
            List<Expression> choices = choices();
            return row -> {
                Object value = left.of(row);
                return choices.stream().anyMatch(c -> holds(value, "=", c.of(row))) != negated;
            };
        }
        if (negated) {
            throw words.unexpected();
        }
        return left;
    }

    private Pattern like() {
        Token text = words.next();
        if (text.kind() == Kind.REGEX) {
            return regex(text);
        }
        if (text.kind() == Kind.STRING) {
            return Pattern.compile(Pattern.quote(text.text()));
        }
        throw words.unexpected(text);
    }

    Pattern regex(Token text) {
        try {
            return Pattern.compile(text.text(), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            var malformed =
                    new MalformedQuery("Invalid regular expression: " + e.getDescription(), text.start(), text.end());
            malformed.initCause(e);
            throw malformed;
        }
    }

    private static boolean found(@Nullable Object value, Pattern pattern) {
        String text = Values.text(value);
        return text != null && pattern.matcher(text).find();
    }

    private List<Expression> choices() {
        words.expect("[");
        List<Expression> choices = new ArrayList<>();
        do {
            choices.add(sum());
        } while (words.take(","));
        words.expect("]");
        return choices;
    }

    /** An absent field equals nothing, and is unequal to everything. */
    private static boolean holds(@Nullable Object a, String operator, @Nullable Object b) {
        if (a == null || b == null) {
            return operator.equals("!=") && a != b;
        }
        int sign = Values.compare(a, b);
        return switch (operator) {
            case "=" -> sign == 0;
            case "!=" -> sign != 0;
            case "<" -> sign < 0;
            case "<=" -> sign <= 0;
            case ">" -> sign > 0;
            default -> sign >= 0;
        };
    }

    private Expression sum() {
        Expression left = product();
        while (words.peek().is("+") || words.peek().is("-")) {
            left = arithmetic(left, words.next().text(), product());
        }
        return left;
    }

    private Expression product() {
        Expression left = power();
        while (words.peek().is("*") || words.peek().is("/") || words.peek().is("%")) {
            left = arithmetic(left, words.next().text(), power());
        }
        return left;
    }

    private Expression power() {
        Expression left = value();
        return words.take("^") ? arithmetic(left, "^", power()) : left;
    }

    private static Expression arithmetic(Expression left, String operator, Expression right) {
        return row -> {
            Double a = Values.number(left.of(row));
            Double b = Values.number(right.of(row));
            if (a == null || b == null) {
                return null;
            }
            return switch (operator) {
                case "+" -> a + b;
                case "-" -> a - b;
                case "*" -> a * b;
                case "/" -> b == 0 ? null : (Object) (a / b);
                case "%" -> b == 0 ? null : (Object) (a % b);
                default -> Math.pow(a, b);
            };
        };
    }

    private Expression value() {
        Token token = words.next();
        switch (token.kind()) {
            case NUMBER -> {
                Double number = Double.valueOf(token.text());
                return row -> number;
            }
            case DURATION -> {
                Double millis = Durations.millis(token.text());
                return row -> millis;
            }
            case STRING -> {
                return row -> token.text();
            }
            case NAME -> {
                return words.peek().is("(") && words.peek().start() == token.end()
                        ? call(token)
                        : row -> row.get(token.text());
            }
            case SYMBOL -> {
                if (token.is("-")) {
                    return arithmetic(row -> 0.0, "-", value());
                }
                if (token.is("(")) {
                    Expression inner = expression();
                    words.expect(")");
                    return inner;
                }
                throw words.unexpected(token);
            }
            default -> throw words.unexpected(token);
        }
    }

    private Expression call(Token name) {
        List<Expression> arguments = arguments();
        if (name.is("bin")) {
            return row ->
                    Functions.floor(row.get("@timestamp"), arguments.getFirst().of(row));
        }
        Function<List<@Nullable Object>, @Nullable Object> function = Functions.named(name.text())
                .orElseThrow(
                        () -> new MalformedQuery("Invalid function name " + name.text(), name.start(), name.end()));
        return row -> {
            List<@Nullable Object> values = new ArrayList<>();
            arguments.forEach(argument -> values.add(argument.of(row)));
            return function.apply(values);
        };
    }

    /** In parentheses; {@code *} is no argument. */
    List<Expression> arguments() {
        words.expect("(");
        List<Expression> arguments = new ArrayList<>();
        if (words.take("*") || words.peek().is(")")) {
            words.expect(")");
            return arguments;
        }
        do {
            arguments.add(expression());
        } while (words.take(","));
        words.expect(")");
        return arguments;
    }
}
