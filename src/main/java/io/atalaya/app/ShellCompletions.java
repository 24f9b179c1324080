package io.atalaya.app;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What zsh and fish offer after {@code atalaya}; picocli itself writes it for bash. */
final class ShellCompletions {
    private ShellCompletions() {}

    static String zsh(CommandSpec root) {
        var text = new StringBuilder("#compdef atalaya\n\n_atalaya() {\n    local context state line\n");
        text.append("    case \"${words[2]}\" in\n");
        for (var command : commands(root)) {
            text.append("    ").append(command.name()).append(")\n        _arguments \\\n");
            text.append(zshOptions(command));
            text.append("            '*:file:_files'\n        ;;\n");
        }
        text.append("    *)\n        _arguments \\\n").append(zshOptions(root)).append("            '1:command:((");
        text.append(commands(root).stream()
                .map(it -> it.name() + "\\:" + quoted(brief(it)))
                .collect(Collectors.joining(" ")));
        return text.append("))'\n        ;;\n    esac\n}\n\n_atalaya \"$@\"\n").toString();
    }

    private static String zshOptions(CommandSpec command) {
        return options(command).stream()
                .flatMap(option -> List.of(option.names()).stream().map(name -> "            '%s[%s]%s' \\\n"
                        .formatted(
                                name,
                                brief(option)
                                        .replace("'", "'\\''")
                                        .replace("[", "(")
                                        .replace("]", ")"),
                                takesValue(option)
                                        ? ":" + option.paramLabel().toLowerCase(Locale.ROOT) + ":"
                                                + (isFile(option) ? "_files" : " ")
                                        : "")))
                .collect(Collectors.joining());
    }

    static String fish(CommandSpec root) {
        var text = new StringBuilder("complete -c atalaya -f\n");
        options(root).forEach(option -> text.append(fishOption("__fish_use_subcommand", option)));
        for (var command : commands(root)) {
            text.append("complete -c atalaya -n __fish_use_subcommand -a %s -d '%s'\n"
                    .formatted(command.name(), escaped(brief(command))));
            var within = "'__fish_seen_subcommand_from " + command.name() + "'";
            text.append("complete -c atalaya -F -n ").append(within).append('\n');
            options(command).forEach(option -> text.append(fishOption(within, option)));
        }
        return text.toString();
    }

    private static String fishOption(String when, OptionSpec option) {
        var names = List.of(option.names()).stream()
                .map(it -> it.startsWith("--") ? "-l " + it.substring(2) : "-s " + it.substring(1))
                .collect(Collectors.joining(" "));
        return "complete -c atalaya -n %s %s%s -d '%s'\n"
                .formatted(when, names, takesValue(option) ? " -r" : "", escaped(brief(option)));
    }

    /** Commands that a person types, in the order of the help. */
    static List<CommandSpec> commands(CommandSpec root) {
        return root.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(it -> !it.usageMessage().hidden())
                .distinct()
                .toList();
    }

    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(it -> !it.hidden()).toList();
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    private static boolean isFile(OptionSpec option) {
        return option.paramLabel().contains("FILE") || option.paramLabel().contains("DIR");
    }

    private static String brief(OptionSpec option) {
        return option.description().length == 0 ? "" : option.description()[0].replace("%n", " ");
    }

    private static String brief(CommandSpec command) {
        var said = command.usageMessage().description();
        return said.length == 0 ? "" : said[0].split("(?<=\\.) ", 2)[0];
    }

    /** In zsh, in double quotes within single quotes. */
    private static String quoted(String text) {
        return "\""
                + text.replace("'", "'\\''").replace("\"", "").replace("`", "").replace("$", "") + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }
}
