package io.atalaya.app;

import io.atalaya.deployment.NameSeen;
import io.atalaya.deployment.NameSeen.Outcome;
import io.atalaya.watch.NameLookup;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.CompositeName;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

/**
 * DNS by the resolver of the JDK, which asks the name servers of the system's configuration and caches nothing. Java's own
 * {@code InetAddress} would not say of which type an answer is, and would answer from the hosts file.
 */
final class JndiNameLookup implements NameLookup {
    /** ms that the first question waits; the second waits twice as long. */
    private static final String PATIENCE = "1500";

    private static final String RETRIES = "2";
    private static final String SYSTEM = "dns:";

    private final String servers;
    private final InstantSource clock;

    /** Asks the servers of the system. */
    JndiNameLookup(InstantSource clock) {
        this(SYSTEM, clock);
    }

    /** @param servers as JNDI names them: {@code dns://127.0.0.1:5353} */
    JndiNameLookup(String servers, InstantSource clock) {
        this.servers = servers;
        this.clock = clock;
    }

    @Override
    public NameSeen ask(String name, String recordType) {
        var at = clock.instant();
        try {
            var values = values(name, recordType);
            return values.isEmpty()
                    ? new NameSeen(name, recordType, Outcome.NOT_THERE, values, "no " + recordType + " record", at)
                    : new NameSeen(name, recordType, Outcome.ANSWERED, values, "", at);
        } catch (NameNotFoundException e) {
            return new NameSeen(name, recordType, Outcome.NOT_THERE, List.of(), "NXDOMAIN", at);
        } catch (NamingException e) {
            return new NameSeen(name, recordType, Outcome.NO_ANSWER, List.of(), explanation(e), at);
        }
    }

    // JNDI is banned because a directory may answer with objects; the DNS provider knows only texts, of fixed servers
    @SuppressWarnings("BanJNDI")
    private List<String> values(String name, String recordType) throws NamingException {
        var environment = new Hashtable<String, String>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, servers);
        environment.put("com.sun.jndi.dns.timeout.initial", PATIENCE);
        environment.put("com.sun.jndi.dns.timeout.retries", RETRIES);
        var context = new InitialDirContext(environment);
        try {
            // one component: a slash in a name must not become a path
            var attribute = context.getAttributes(new CompositeName().add(name), new String[] {recordType})
                    .get(recordType);
            var values = new ArrayList<String>();
            for (var i = 0; attribute != null && i < attribute.size(); i++) {
                var value = String.valueOf(attribute.get(i));
                values.add(value.length() > 1 && value.endsWith(".") ? value.substring(0, value.length() - 1) : value);
            }
            return values;
        } finally {
            context.close();
        }
    }

    private static String explanation(NamingException e) {
        return e.getExplanation() == null ? e.getClass().getSimpleName() : e.getExplanation();
    }
}
