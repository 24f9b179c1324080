package io.atalaya.logs.view;

import io.atalaya.logs.Level;
import java.util.Set;

/** Events that are rows, in order of time, numbered from 0. */
interface Rows {
    long size();

    /** -1 where there is none. */
    long idAt(long rank);

    /** -1 where it is none. */
    long rankOf(long id);

    /** The first at or after that moment, milliseconds since the epoch. */
    long rankAt(long epochMilli);

    /** The nearest of these levels after ({@code step} 1) or before (-1) {@code rank}; -1 if none. */
    long nextOf(Set<Level> levels, long rank, int step);

    /** How many of each level, by ordinal, from one moment to another, excluded; milliseconds since the epoch. */
    long[] levels(long from, long to);

    /** The same of all. */
    long[] levels();
}
