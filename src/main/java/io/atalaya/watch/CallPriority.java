package io.atalaya.watch;

/** The priority of the calls the current thread makes; background where nobody said otherwise. */
public final class CallPriority {
    /** Bound around the calls: {@code ScopedValue.where(CallPriority.OF_THREAD, Priority.CLICK).call(...)}. */
    public static final ScopedValue<Priority> OF_THREAD = ScopedValue.newInstance();

    private CallPriority() {}

    public static Priority current() {
        return OF_THREAD.orElse(Priority.BACKGROUND);
    }
}
