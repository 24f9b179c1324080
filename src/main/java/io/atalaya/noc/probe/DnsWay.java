package io.atalaya.noc.probe;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * By the resolver of this machine, as browsers go. A name is asked as a whole, never with the search domains of this machine
 * behind it, and every address it leads to is held against {@link AddressRules}: one bad address refuses them all, because a
 * name that answers with both is either a mistake or a trap.
 */
public final class DnsWay implements Way {
    /** More are never tried. */
    private static final int MOST = 4;

    /** The resolver of a machine, replaceable in tests. */
    @FunctionalInterface
    public interface Resolver {
        /** @param name with a final dot */
        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final ThreadFactory threads;

    /** @param threads virtual: the resolver of the system cannot be called off, and is left behind when it takes too long */
    public DnsWay(Resolver resolver, ThreadFactory threads) {
        this.resolver = resolver;
        this.threads = threads;
    }

    @Override
    public List<InetSocketAddress> to(Host host, int port, boolean named, Duration atMost) throws IOException {
        var literal = host.literal();
        var found = literal.isPresent() ? List.of(literal.get()) : List.of(ask(host.name(), atMost));
        for (var address : found) {
            var refusal = literal.isPresent() && named
                    ? null
                    : AddressRules.refusal(address).orElse(null);
            if (refusal != null) {
                throw new RefusedException(host + " is " + Host.of(address) + ", " + refusal);
            }
        }
        return interleaved(found).stream()
                .limit(MOST)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    private InetAddress[] ask(String name, Duration atMost) throws IOException {
        var question = new FutureTask<>(() -> resolver.addresses(name + '.'));
        threads.newThread(question).start();
        try {
            return question.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            question.cancel(true);
            throw new SocketTimeoutException("name: no answer in time");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            question.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("called off", e);
        }
    }

    /** IPv6 first, then by turns, as RFC 8305 has it. */
    private static List<InetAddress> interleaved(List<InetAddress> found) {
        var six = found.stream().filter(Inet6Address.class::isInstance).toList();
        var four = found.stream().filter(it -> !(it instanceof Inet6Address)).toList();
        var mixed = new ArrayList<InetAddress>();
        for (var i = 0; i < Math.max(six.size(), four.size()); i++) {
            if (i < six.size()) {
                mixed.add(six.get(i));
            }
            if (i < four.size()) {
                mixed.add(four.get(i));
            }
        }
        return mixed;
    }
}
