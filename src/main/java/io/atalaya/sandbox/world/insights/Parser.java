package io.atalaya.sandbox.world.insights;

import io.atalaya.sandbox.world.insights.Command.Column;
import io.atalaya.sandbox.world.insights.Command.Key;
import io.atalaya.sandbox.world.insights.Command.Statistic;
import io.atalaya.sandbox.world.insights.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads queries: commands between bars. */
final class Parser {
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z]\\w*)>");

    private final Words words;
    private final ExpressionParser expressions;

    private Parser(String query) {
        this.words = new Words(query);
        this.expressions = new ExpressionParser(words);
    }

    /** @throws MalformedQuery telling where */
    static List<Command> parse(String query) {
        return new Parser(query).commands();
    }

    private List<Command> commands() {
        List<Command> all = new ArrayList<>();
        do {
            Token name = words.peek();
            Command command = command();
            boolean afterDedup = all.stream().anyMatch(Command.Dedup.class::isInstance);
            boolean again = command instanceof Command.Stats
                    && all.stream().anyMatch(Command.Stats.class::isInstance); // AWS takes two; the sandbox one
            if (again || afterDedup && !(command instanceof Command.Limit)) {
                throw words.unexpected(name); // AWS allows nothing else there
            }
            all.add(command);
        } while (words.take("|"));
        words.expect(Kind.END);
        return all;
    }

    private Command command() {
        Token name = words.expect(Kind.NAME);
        return switch (name.text().toLowerCase(Locale.ROOT)) {
            case "fields" -> new Command.Fields(columns());
            case "display" -> new Command.Display(columns());
            case "filter" -> new Command.Filter(expressions.expression());
            case "parse" -> parse();
            case "stats" -> stats();
            case "sort" -> sort();
            case "limit", "head" ->
                new Command.Limit(
                        (int) Double.parseDouble(words.expect(Kind.NUMBER).text()));
            case "dedup" -> new Command.Dedup(columns());
            default -> throw words.unexpected(name);
        };
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        do {
            columns.add(column());
        } while (words.take(","));
        return columns;
    }

    private Column column() {
        int start = words.peek().start();
        Expression value = expressions.expression();
        return new Column(name(start), value);
    }

    /** What follows {@code as}, else the expression as it is written. */
    private String name(int start) {
        int end = words.lastEnd();
        return words.take("as")
                ? words.expect(Kind.NAME).text()
                : words.text(start, end).replace("`", "");
    }

    private Command parse() {
        Token first = words.peek();
        Expression of = row -> row.get("@message");
        if (first.kind() == Kind.NAME) {
            words.next();
            of = row -> row.get(first.text());
        }
        Token pattern = words.next();
        if (pattern.kind() == Kind.REGEX) {
            List<String> groups = new ArrayList<>();
            Matcher m = GROUP.matcher(pattern.text());
            while (m.find()) {
                groups.add(m.group(1));
            }
            String plain = GROUP.matcher(pattern.text()).replaceAll("(");
            return new Command.Parse(
                    of, expressions.regex(new Token(Kind.REGEX, plain, pattern.start(), pattern.end())), groups);
        }
        if (pattern.kind() != Kind.STRING) {
            throw words.unexpected(pattern);
        }
        words.expect("as");
        List<String> names = new ArrayList<>();
        do {
            names.add(words.expect(Kind.NAME).text());
        } while (words.take(","));
        if (pattern.text().chars().filter(c -> c == '*').count() != names.size()) {
            throw new MalformedQuery(
                    "Number of wildcards does not match the number of fields", pattern.start(), pattern.end());
        }
        return new Command.Parse(of, glob(pattern.text()), names);
    }

    private static Pattern glob(String text) {
        var regex = new StringBuilder();
        int from = 0;
        for (int star = text.indexOf('*'); star >= 0; star = text.indexOf('*', from)) {
            regex.append(Pattern.quote(text.substring(from, star)));
            regex.append(star == text.length() - 1 ? "(.*)" : "(.*?)");
            from = star + 1;
        }
        return Pattern.compile(regex.append(Pattern.quote(text.substring(from))).toString(), Pattern.DOTALL);
    }

    private Command stats() {
        List<Statistic> statistics = new ArrayList<>();
        do {
            Token function = words.expect(Kind.NAME);
            List<Expression> arguments = expressions.arguments();
            Supplier<Aggregate> maker = Aggregate.named(function.text(), arguments);
            boolean needsTwo = function.is("pct") || function.is("percentile");
            if (maker == null || needsTwo && arguments.size() != 2) {
                throw new MalformedQuery(
                        "Invalid aggregation function " + function.text(), function.start(), function.end());
            }
            statistics.add(new Statistic(name(function.start()), maker));
        } while (words.take(","));
        return new Command.Stats(statistics, words.take("by") ? columns() : List.of());
    }

    private Command sort() {
        List<Key> keys = new ArrayList<>();
        do {
            int start = words.peek().start();
            expressions.expression();
            String name = words.text(start, words.lastEnd()).replace("`", "");
            boolean descending = words.take("desc");
            if (!descending) {
                words.take("asc");
            }
            keys.add(new Key(name, descending));
        } while (words.take(","));
        return new Command.Sort(keys);
    }
}
