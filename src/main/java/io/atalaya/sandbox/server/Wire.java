package io.atalaya.sandbox.server;

/** The filter that a server's requests and answers go through; it can be changed while the server runs. */
public final class Wire {
    private volatile WireFilter filter;

    public Wire(WireFilter filter) {
        this.filter = filter;
    }

    /** From the next request on. */
    public void use(WireFilter other) {
        filter = other;
    }

    WireFilter filter() {
        return filter;
    }
}
