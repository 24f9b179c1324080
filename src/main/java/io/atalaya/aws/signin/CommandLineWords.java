package io.atalaya.aws.signin;

import java.util.ArrayList;
import java.util.List;

/** Splits a command as a shell would, without a shell: quotes and backslashes, no variables and no pipes, as the AWS CLI does. */
final class CommandLineWords {
    private CommandLineWords() {}

    static List<String> of(String command) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var inWord = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            var c = command.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else if (c == '\\'
                        && quote == '"'
                        && i + 1 < command.length()
                        && isEscapable(command.charAt(i + 1))) {
                    word.append(command.charAt(++i));
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                inWord = true;
                // a backslash in front of a letter is a Windows path
                if (c == '\\' && i + 1 < command.length() && !Character.isLetterOrDigit(command.charAt(i + 1))) {
                    i++;
                    word.append(command.charAt(i));
                } else {
                    word.append(c);
                }
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isEscapable(char c) {
        return c == '"' || c == '\\';
    }
}
