package io.atalaya.evidence.schedule;

import java.util.stream.Collectors;

/** A task of Windows' Task Scheduler, as {@code schtasks /Create /XML} takes it. */
public final class WindowsTask {
    private static final String START = "2026-01-05T02:00:00"; // a Monday, in the computer's own time

    private WindowsTask() {}

    public static String of(Job job) {
        return """
                <?xml version="1.0"?>
                <!-- schtasks /Create /TN "%1$s" /XML %1$s.xml -->
                <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
                  <RegistrationInfo>
                    <Description>Atalaya: a capsule of evidence by the recipe %2$s</Description>
                  </RegistrationInfo>
                  <Triggers>
                %3$s  </Triggers>
                  <Principals>
                    <Principal id="Author">
                      <LogonType>InteractiveToken</LogonType>
                      <RunLevel>LeastPrivilege</RunLevel>
                    </Principal>
                  </Principals>
                  <Settings>
                    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
                    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
                    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
                    <StartWhenAvailable>true</StartWhenAvailable>
                    <RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>
                    <ExecutionTimeLimit>PT1H</ExecutionTimeLimit>
                  </Settings>
                  <Actions Context="Author">
                    <Exec>
                      <Command>%4$s</Command>
                      <Arguments>%5$s</Arguments>
                      <WorkingDirectory>%6$s</WorkingDirectory>
                    </Exec>
                  </Actions>
                </Task>
                """.formatted(
                job.name(),
                xml(job.recipe()),
                trigger(job.schedule()).indent(4),
                xml(job.command().getFirst()),
                xml(job.command().stream().skip(1).map(WindowsTask::quoted).collect(Collectors.joining(" "))),
                xml(job.folder()));
    }

    private static String trigger(Schedule schedule) {
        var when =
                switch (schedule) {
                    case HOURLY -> "";
                    case DAILY -> "<ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>\n";
                    case WEEKLY ->
                        "<ScheduleByWeek><DaysOfWeek><Monday/></DaysOfWeek><WeeksInterval>1</WeeksInterval></ScheduleByWeek>\n";
                    case MONTHLY ->
                        "<ScheduleByMonth><DaysOfMonth><Day>1</Day></DaysOfMonth><Months><January/><February/><March/><April/>"
                                + "<May/><June/><July/><August/><September/><October/><November/><December/></Months>"
                                + "</ScheduleByMonth>\n";
                };
        return schedule == Schedule.HOURLY
                ? "<TimeTrigger>\n  <Repetition><Interval>PT1H</Interval></Repetition>\n  <StartBoundary>" + START
                        + "</StartBoundary>\n  <Enabled>true</Enabled>\n</TimeTrigger>"
                : "<CalendarTrigger>\n  <StartBoundary>" + START + "</StartBoundary>\n  <Enabled>true</Enabled>\n  "
                        + when + "</CalendarTrigger>";
    }

    /** As the C library of Windows takes a command line apart. */
    private static String quoted(String argument) {
        var quoted = new StringBuilder("\"");
        int slashes = 0;
        for (char c : argument.toCharArray()) {
            if (c == '\\') {
                slashes++;
                continue;
            }
            quoted.repeat("\\", c == '"' ? 2 * slashes + 1 : slashes).append(c);
            slashes = 0;
        }
        return quoted.repeat("\\", 2 * slashes).append('"').toString();
    }

    private static String xml(String text) {
        return text.replaceAll("\\p{Cntrl}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
