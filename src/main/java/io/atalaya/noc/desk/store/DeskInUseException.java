package io.atalaya.noc.desk.store;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Somebody else keeps this desk: a second file of the same name would lose what one of both wrote. */
public final class DeskInUseException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    DeskInUseException(Path file, String by, @Nullable Throwable cause) {
        super(file + " is in use by " + by, cause);
    }
}
