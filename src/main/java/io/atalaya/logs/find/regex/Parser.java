package io.atalaya.logs.find.regex;

import java.util.ArrayList;
import java.util.Optional;

/**
 * Reads the part of RE2's syntax that logs are searched with; {@code ^} and {@code $} are the ends of lines. What it is not sure of
 * it does not read: RE2/J does then, alone.
 */
final class Parser {
    private static final int DEEPEST = 100;
    private static final int MOST_REPEATS = 1_000;

    private final String regex;
    private int at;
    private int depth;
    private boolean fold;
    private boolean dotAll;

    private Parser(String regex, boolean fold) {
        this.regex = regex;
        this.fold = fold;
    }

    /** Thrown where the parser is not sure. */
    private static final class NotSure extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** @param fold whether case is disregarded */
    static Optional<Node> parse(String regex, boolean fold) {
        var parser = new Parser(regex, fold);
        try {
            var node = parser.either();
            return parser.at == regex.length() ? Optional.of(node) : Optional.empty();
        } catch (NotSure leftToRe2) {
            return Optional.empty();
        }
    }

    private boolean more() {
        return at < regex.length();
    }

    private boolean take(String text) {
        if (regex.startsWith(text, at)) {
            at += text.length();
            return true;
        }
        return false;
    }

    private int next() throws NotSure {
        if (!more()) {
            throw new NotSure();
        }
        int c = regex.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private Node either() throws NotSure {
        if (++depth > DEEPEST) {
            throw new NotSure();
        }
        var choices = new ArrayList<Node>();
        choices.add(sequence());
        while (take("|")) {
            choices.add(sequence());
        }
        depth--;
        return choices.size() == 1 ? choices.getFirst() : new Node.Either(choices);
    }

    private Node sequence() throws NotSure {
        var parts = new ArrayList<Node>();
        while (more() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            if (take("\\Q")) {
                int end = regex.indexOf("\\E", at);
                var quoted = regex.substring(at, end < 0 ? regex.length() : end);
                at = end < 0 ? regex.length() : end + 2;
                for (int c : quoted.codePoints().toArray()) {
                    parts.add(literal(c));
                }
                if (more() && isRepeat()) {
                    throw new NotSure();
                }
            } else {
                parts.add(repeated(atom()));
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Node.Sequence(parts);
    }

    private boolean isRepeat() {
        return "*+?{".indexOf(regex.charAt(at)) >= 0;
    }

    private Node repeated(Node atom) throws NotSure {
        var node = atom;
        int times = 0;
        while (more() && isRepeat()) {
            int least;
            int most;
            if (take("*")) {
                least = 0;
                most = -1;
            } else if (take("+")) {
                least = 1;
                most = -1;
            } else if (take("?")) {
                least = 0;
                most = 1;
            } else {
                at++;
                least = number();
                most = !take(",") ? least : more() && regex.charAt(at) == '}' ? -1 : number();
                if (!take("}") || least > MOST_REPEATS || most > MOST_REPEATS || most >= 0 && most < least) {
                    throw new NotSure();
                }
            }
            if (++times > 1 || node instanceof Node.Place || node.equals(Node.EMPTY)) {
                throw new NotSure();
            }
            take("?"); // lazy: matches the same texts
            node = new Node.Repeat(node, least, most);
        }
        return node;
    }

    private int number() throws NotSure {
        int from = at;
        while (more() && regex.charAt(at) >= '0' && regex.charAt(at) <= '9' && at - from < 5) {
            at++;
        }
        if (at == from) {
            throw new NotSure();
        }
        return Integer.parseInt(regex.substring(from, at));
    }

    private Node atom() throws NotSure {
        if (take("(")) {
            return group();
        }
        if (take("[")) {
            return new Node.One(brackets());
        }
        if (take(".")) {
            return new Node.One(dotAll ? CharSet.ANY : CharSet.NOT_NEWLINE);
        }
        if (take("^")) {
            return Node.Place.LINE_BEGINS;
        }
        if (take("$")) {
            return Node.Place.LINE_ENDS;
        }
        if (take("\\")) {
            return escaped();
        }
        int c = next();
        if (c == '*' || c == '+' || c == '?') {
            throw new NotSure();
        }
        return literal(c);
    }

    private Node group() throws NotSure {
        boolean foldBefore = fold;
        boolean dotAllBefore = dotAll;
        if (take("?")) {
            if (take("P<") || take("<")) {
                int end = regex.indexOf('>', at);
                if (end <= at
                        || !regex.substring(at, end).chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')) {
                    throw new NotSure();
                }
                at = end + 1;
            } else if (flags()) {
                return Node.EMPTY; // from here on, to the end of the group around
            }
        }
        var inside = either();
        if (!take(")")) {
            throw new NotSure();
        }
        fold = foldBefore;
        dotAll = dotAllBefore;
        return inside;
    }

    /** Whether they stand alone, as in {@code (?i)}. */
    private boolean flags() throws NotSure {
        boolean on = true;
        while (true) {
            switch (next()) {
                case 'i' -> fold = on;
                case 's' -> dotAll = on;
                case '-' -> on = false;
                case ':' -> {
                    return false;
                }
                case ')' -> {
                    return true;
                }
                default -> throw new NotSure();
            }
        }
    }

    private Node literal(int c) throws NotSure {
        var set = CharSet.one(c);
        if (fold && c >= 0x80) {
            if (!CharSet.isLatinLetter(c)) {
                throw new NotSure();
            }
            return new Node.One(set.or(CharSet.one(c ^ 0x20)));
        }
        if (c >= 0xD800 && c <= 0xDFFF || c == 0xFFFD) {
            throw new NotSure();
        }
        return new Node.One(fold ? set.folded() : set);
    }

    private Node escaped() throws NotSure {
        int c = next();
        return switch (c) {
            case 'b' -> Node.Place.WORD_EDGE;
            case 'B' -> Node.Place.NO_WORD_EDGE;
            case 'A' -> Node.Place.TEXT_BEGINS;
            case 'z' -> Node.Place.TEXT_ENDS;
            case 'd', 'D', 's', 'S', 'w', 'W' -> new Node.One(perl(c));
            default -> literal(plain(c));
        };
    }

    private CharSet perl(int letter) {
        var set =
                switch (letter | 0x20) {
                    case 'd' -> CharSet.DIGITS;
                    case 's' -> CharSet.BLANKS;
                    default -> CharSet.WORDS;
                };
        set = fold ? set.folded() : set;
        return letter < 'a' ? set.not() : set;
    }

    private int plain(int c) throws NotSure {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'a' -> 7;
            case 'v' -> 11;
            default -> {
                if (c >= 0x80 || Character.isLetterOrDigit(c)) {
                    throw new NotSure();
                }
                yield c;
            }
        };
    }

    private CharSet brackets() throws NotSure {
        boolean not = take("^");
        var set = CharSet.of();
        boolean first = true;
        while (first || !more() || regex.charAt(at) != ']') {
            if (!more() || regex.startsWith("[:", at)) {
                throw new NotSure();
            }
            first = false;
            if (regex.startsWith("\\", at) && at + 1 < regex.length() && "dDsSwW".indexOf(regex.charAt(at + 1)) >= 0) {
                set = set.or(perl(regex.charAt(at + 1)));
                at += 2;
                continue;
            }
            int from = one();
            int to = from;
            if (regex.startsWith("-", at) && !regex.startsWith("-]", at)) {
                at++;
                to = one();
            }
            if (to < from || fold && to >= 0x80) {
                throw new NotSure();
            }
            var range = CharSet.of(from, to);
            set = set.or(fold ? range.folded() : range);
        }
        at++;
        return not ? set.not() : set;
    }

    private int one() throws NotSure {
        int c = next();
        return c == '\\' ? plain(next()) : c;
    }
}
