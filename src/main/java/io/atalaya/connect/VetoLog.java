package io.atalaya.connect;

/** Where vetoes are written down. Must not throw: the veto stands whether or not it can be recorded. */
@FunctionalInterface
public interface VetoLog {
    void vetoed(Veto veto);
}
