package io.atalaya.noc.catalogue;

/**
 * What is wrong in a catalogue file. What it is about was left out; the rest was loaded.
 *
 * @param file its name, as the user gave it
 * @param line from 1; 0 when the file could not be read at all
 * @param column from 1; 0 likewise
 * @param reason in English, for it quotes the file's own words
 */
public record CatalogueProblem(String file, int line, int column, String reason) {
    @Override
    public String toString() {
        return line == 0 ? file + ": " + reason : file + ':' + line + ':' + column + ": " + reason;
    }
}
