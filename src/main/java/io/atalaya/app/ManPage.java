package io.atalaya.app;

import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The man page, in the language of the command line's texts. */
record ManPage(CommandSpec root) {
    String text() {
        var text = new StringBuilder(".TH ATALAYA 1 \"\" \"Atalaya " + new ProgramVersion().text() + "\"\n");
        text.append(".SH NAME\natalaya \\- desktop console for AWS deployments\n");
        text.append(".SH SYNOPSIS\n.B atalaya\n[options] [command]\n");
        text.append(".SH DESCRIPTION\n").append(paragraph(root.usageMessage().description()));
        text.append(".SH OPTIONS\n").append(options(root));
        text.append(".SH COMMANDS\n");
        for (var command : ShellCompletions.commands(root)) {
            text.append(".SS ").append(escaped(command.name())).append('\n');
            text.append(paragraph(command.usageMessage().description()));
            text.append(options(command));
            for (var further : ShellCompletions.commands(command)) {
                text.append(".TP\n.B ")
                        .append(escaped(command.name() + " " + further.name()))
                        .append('\n')
                        .append(paragraph(further.usageMessage().description()));
            }
        }
        text.append(".SH FILES\n");
        file(text, "~/.config/atalaya", "settings, the catalogue noc.toml, recipes for evidence");
        file(text, "~/.local/share/atalaya", "the journal, logs that were read, what was measured, keys of evidence");
        file(text, "~/.cache/atalaya", "the program's own log, reports of crashes");
        text.append(".SH ENVIRONMENT\n");
        file(text, "ATALAYA_HOME", "a folder for all of the above");
        file(text, "AWS_PROFILE, AWS_REGION, AWS_CONFIG_FILE, AWS_CA_BUNDLE ...", "as for the AWS CLI");
        return text.toString();
    }

    private static void file(StringBuilder text, String name, String what) {
        text.append(".TP\n.I ")
                .append(escaped(name))
                .append('\n')
                .append(escaped(what))
                .append('\n');
    }

    private static String options(CommandSpec command) {
        return ShellCompletions.options(command).stream().map(ManPage::option).collect(Collectors.joining());
    }

    private static String option(OptionSpec option) {
        var value = ShellCompletions.takesValue(option) ? "=" + option.paramLabel() : "";
        return ".TP\n.B " + escaped(String.join(", ", option.names()) + value) + "\n" + paragraph(option.description());
    }

    private static String paragraph(String[] lines) {
        return escaped(String.join(" ", lines).replace("%n", " ")) + "\n";
    }

    /** A line that begins with a dot or a quote would be a request. */
    private static String escaped(String text) {
        var safe = text.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
