package io.atalaya.logs.understand;

import io.atalaya.logs.Level;

/** A word that names a level, and how much around it must say that it does. */
record LevelWord(String text, Level level, Trust trust) {
    /** What the word needs. */
    enum Trust {
        /** In capitals it is a level wherever a level may stand; in small letters beside a colon or in brackets. */
        FULL,
        /** As FULL, but bare only behind a time or a bracket: at the beginning of a line it may be a word of a sentence. */
        TIMED,
        /** Only in capitals and before a colon, or in brackets behind a time: the word means many things. */
        COLON
    }
}
