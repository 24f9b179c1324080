package io.atalaya.evidence.schedule;

import java.util.List;

/**
 * What is to be run, and when.
 *
 * @param recipe its name
 * @param command the program and its arguments
 * @param folder from which relative names of files start
 */
public record Job(String recipe, Schedule schedule, List<String> command, String folder) {
    public Job {
        command = List.copyOf(command);
    }

    /** Of units and tasks: what of a recipe's name no system objects to. */
    public String name() {
        return "atalaya-evidence-" + recipe.replaceAll("[^A-Za-z0-9.-]", "-");
    }
}
