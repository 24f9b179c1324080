package io.atalaya.logs.understand;

import io.atalaya.logs.Level;
import io.atalaya.logs.understand.LevelWord.Trust;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The words by which log writers name levels: those of the libraries, of syslog, of the databases, and the Spanish and Portuguese
 * ones (java.util.logging and PostgreSQL translate theirs). Looked up in UTF-8 bytes, whatever their case.
 */
final class LevelWords {
    /** Bytes of the longest word. */
    static final int LONGEST = 16;

    private static final int SIZE = 1024;

    private static final LevelWords ALL = new LevelWords()
            .add(
                    Level.ERROR,
                    Trust.FULL,
                    "error err erro fatal ftl fata critical crit severe emerg emergency panic pani alert")
            .add(
                    Level.ERROR,
                    Trust.FULL,
                    "grave severo crítico critico crítica critica emergencia emergência pánico pânico")
            .add(Level.ERROR, Trust.FULL, "fail fallo falla falha")
            .add(Level.ERROR, Trust.TIMED, "failure exception fehler erreur")
            .add(Level.WARN, Trust.FULL, "warn warning wrn aviso advertencia advertência alerta")
            .add(Level.WARN, Trust.TIMED, "atención atencion atenção atencao warnung avertissement")
            .add(Level.INFO, Trust.FULL, "info information informational inf notice")
            .add(Level.INFO, Trust.FULL, "información informacion informação informações informacao informacoes")
            .add(Level.INFO, Trust.COLON, "note log nota system registro")
            .add(Level.DEBUG, Trust.FULL, "debug dbg dbug debu trace trc trce verbose vrb finest finer silly")
            .add(Level.DEBUG, Trust.FULL, "debug1 debug2 debug3 debug4 debug5")
            .add(Level.DEBUG, Trust.FULL, "depuración depuracion depuração depuracao rastreo traza detallado detalhado")
            .add(Level.DEBUG, Trust.TIMED, "fine")
            .add(Level.DEBUG, Trust.COLON, "config configurar configuração trac");

    private final @Nullable LevelWord[] words = new LevelWord[SIZE];
    private final byte[][] keys = new byte[SIZE][];

    private LevelWords() {}

    private LevelWords add(Level level, Trust trust, String list) {
        for (String word : list.split(" ", -1)) {
            byte[] key = word.getBytes(StandardCharsets.UTF_8);
            int slot = hash(key, 0, key.length);
            while (keys[slot] != null) {
                slot = slot + 1 & SIZE - 1;
            }
            keys[slot] = key;
            words[slot] = new LevelWord(word, level, trust);
        }
        return this;
    }

    /** The word that these bytes are, and nothing else. */
    static @Nullable LevelWord find(byte[] text, int from, int to) {
        int length = to - from;
        return length < 3 || length > LONGEST ? null : ALL.look(text, from, to);
    }

    private @Nullable LevelWord look(byte[] text, int from, int to) {
        for (int slot = hash(text, from, to); keys[slot] != null; slot = slot + 1 & SIZE - 1) {
            if (same(keys[slot], text, from, to)) {
                return words[slot];
            }
        }
        return null;
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = 17;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + fold(text, i, from);
        }
        return (hash ^ hash >>> 11) & SIZE - 1;
    }

    private static boolean same(byte[] key, byte[] text, int from, int to) {
        if (key.length != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (key[i - from] != fold(text, i, from)) {
                return false;
            }
        }
        return true;
    }

    /** Small letters of ASCII, and of the accented ones that begin with 0xC3 in UTF-8 (À to Þ). */
    private static byte fold(byte[] text, int at, int from) {
        byte b = text[at];
        if (b >= 'A' && b <= 'Z') {
            return (byte) (b | 0x20);
        }
        return b < (byte) 0x9F && at > from && text[at - 1] == (byte) 0xC3 ? (byte) (b | 0x20) : b;
    }

    /** Whether there is no small letter among these bytes. */
    static boolean capitals(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = text[i];
            if (b >= 'a' && b <= 'z'
                    || b >= (byte) 0xA0 && b <= (byte) 0xBF && i > from && text[i - 1] == (byte) 0xC3) {
                return false;
            }
        }
        return true;
    }
}
