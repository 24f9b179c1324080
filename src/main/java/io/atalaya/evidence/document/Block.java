package io.atalaya.evidence.document;

import java.util.List;

/** What a chapter is made of. */
public sealed interface Block {
    /**
     * A sentence of ours.
     *
     * @param key without {@code document.}
     */
    record Paragraph(String key, List<Object> arguments) implements Block {
        public Paragraph {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A diagram.
     *
     * @param key of its caption
     * @param readings of the parts it was drawn from
     */
    record Figure(String key, Drawing drawing, List<Reading> readings) implements Block {
        public Figure {
            readings = List.copyOf(readings);
        }
    }

    /**
     * A table.
     *
     * @param key of its title, by which it is kept and named in a baseline
     * @param named whether its first column names the thing itself, and not what it belongs to
     * @param sources how many of the readings are of parts whose items are its rows: the first ones
     * @param readings of the parts whose items are its rows, then of those that fill its columns
     */
    record Table(String key, boolean named, List<Column> columns, List<Row> rows, int sources, List<Reading> readings)
            implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            readings = List.copyOf(readings);
        }

        /** Of the parts whose items are the rows. */
        public List<Reading> origins() {
            return readings.subList(0, sources);
        }

        /** Of the parts that only fill columns. */
        public List<Reading> besides() {
            return readings.subList(sources, readings.size());
        }

        /** Whether what is not in it is known not to exist: no table is empty because nobody could ask. */
        public boolean tellsAbsence() {
            return origins().stream().allMatch(Reading::tellsAbsence);
        }

        /** Whether any of it was read. */
        public boolean read() {
            return origins().stream().anyMatch(Reading::read);
        }

        /** Where a column stands; -1 where there is none. */
        public int column(String name) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).key().equals(name)) {
                    return i;
                }
            }
            return -1;
        }
    }
}
