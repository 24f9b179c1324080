package io.atalaya.evidence.schedule;

import java.util.stream.Collectors;

/** A service and its timer, for the user's own systemd. Two files in one text, each below the line with its name. */
public final class SystemdUnits {
    private SystemdUnits() {}

    public static String of(Job job) {
        var name = job.name();
        return """
                # ~/.config/systemd/user/%1$s.service
                [Unit]
                Description=Atalaya: a capsule of evidence by the recipe %2$s
                Wants=network-online.target
                After=network-online.target

                [Service]
                Type=oneshot
                WorkingDirectory=%3$s
                ExecStart=%4$s
                UMask=0077
                NoNewPrivileges=true
                TimeoutStartSec=1h

                # ~/.config/systemd/user/%1$s.timer
                [Unit]
                Description=Atalaya: a capsule of evidence by the recipe %2$s, %5$s

                [Timer]
                OnCalendar=%5$s
                Persistent=true
                RandomizedDelaySec=10min

                [Install]
                WantedBy=timers.target

                # systemctl --user daemon-reload
                # systemctl --user enable --now %1$s.timer
                # loginctl enable-linger     (also while nobody is signed in)
                """.formatted(
                        name,
                        specifiers(job.recipe()),
                        specifiers(job.folder()),
                        job.command().stream().map(SystemdUnits::quoted).collect(Collectors.joining(" ")),
                        job.schedule().id());
    }

    /** A percent sign begins a specifier of systemd. */
    private static String specifiers(String text) {
        return line(text).replace("%", "%%");
    }

    private static String quoted(String argument) {
        return '"'
                + specifiers(argument)
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("$", "$$")
                + '"';
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
