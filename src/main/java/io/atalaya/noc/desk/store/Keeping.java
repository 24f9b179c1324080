package io.atalaya.noc.desk.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a desk is kept, and how well it is shared.
 *
 * @param shared null where it is this console's alone
 */
public record Keeping(Own own, @Nullable Shared shared) {
    /** Neither kept nor shared, on purpose: practice. */
    public static final Keeping NOWHERE = new Keeping(new Nowhere(), null);

    /** Whether it survives the end of this program. */
    public sealed interface Own {}

    /** It does not, on purpose. */
    public record Nowhere() implements Own {}

    /** It was not opened yet. */
    public record Opening() implements Own {}

    /**
     * It does: each change is on the disk before it is shown.
     *
     * @param since from when on nothing went unkept
     * @param damaged what was found damaged when it was opened, for a person
     */
    public record Kept(Instant since, List<String> damaged) implements Own {
        public Kept {
            damaged = List.copyOf(damaged);
        }
    }

    /**
     * It should, and does not. It is tried again and again.
     *
     * @param file where it should be
     * @param said in the words of the system, where {@code why} does not say it all
     * @param since when it began
     */
    public record Unkept(String file, Why why, String said, Instant since) implements Own {}

    /** Why a desk is not kept. */
    public enum Why {
        /** Another console of this user keeps the same desk. */
        IN_USE,
        DENIED,
        /** Something that is no folder stands where the folder should be. */
        NO_FOLDER,
        /** Anything else: a full disk, say. */
        FAILED
    }

    /**
     * How the others are reached.
     *
     * @param name of the place, without secrets
     * @param exchangedAt when it was last reached; null before
     * @param problem why it is not; null where it is, or was not tried yet
     * @param failingSince null where it does not fail
     * @param unread what could not be read there though the rest could
     */
    public record Shared(
            String name,
            @Nullable Instant exchangedAt,
            @Nullable String problem,
            @Nullable Instant failingSince,
            List<String> unread) {
        public Shared {
            unread = List.copyOf(unread);
        }

        static Shared notYet(String name) {
            return new Shared(name, null, null, null, List.of());
        }

        Shared reached(Instant at, List<String> problems) {
            return new Shared(name, at, null, null, problems);
        }

        Shared failed(String reason, Instant at) {
            return new Shared(name, exchangedAt, reason, failingSince == null ? at : failingSince, unread);
        }
    }

    Keeping with(Own other) {
        return new Keeping(other, shared);
    }

    Keeping with(@Nullable Shared other) {
        return new Keeping(own, other);
    }

    /** What the system says, as far as a person can use it. */
    static Unkept unkept(String file, IOException failure, Instant since) {
        var why =
                switch (failure) {
                    case DeskInUseException used -> Why.IN_USE;
                    case AccessDeniedException denied -> Why.DENIED;
                    case FileAlreadyExistsException there -> Why.NO_FOLDER;
                    case NotDirectoryException no -> Why.NO_FOLDER;
                    default -> Why.FAILED;
                };
        var reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return new Unkept(file, why, reason == null ? failure.getClass().getSimpleName() : reason, since);
    }
}
