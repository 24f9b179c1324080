package io.atalaya.sandbox.site;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** TLS of a server whose certificate may be another one at each handshake. */
public final class ServerTls {
    private ServerTls() {}

    /** @param identity asked at each handshake */
    public static SSLContext context(Supplier<Issuer.Identity> identity) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new Keys(identity)}, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Keys extends X509ExtendedKeyManager {
        private static final String ONLY = "site";
        /** Chain and key of one handshake are asked one after the other, on its thread. */
        private final ThreadLocal<Issuer.@Nullable Identity> current = new ThreadLocal<>();

        private final Supplier<Issuer.Identity> identity;

        Keys(Supplier<Issuer.Identity> identity) {
            this.identity = identity;
        }

        private Issuer.Identity current() {
            var known = current.get();
            return known == null ? identity.get() : known;
        }

        @Override
        public @Nullable String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
            return choose(keyType);
        }

        @Override
        public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return choose(keyType);
        }

        private @Nullable String choose(String keyType) {
            if (!keyType.equals("EC")) {
                return null;
            }
            current.set(identity.get());
            return ONLY;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return current().chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return current().key();
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[] {ONLY};
        }

        @Override
        public String @Nullable [] getClientAliases(String keyType, Principal[] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
            return null;
        }
    }
}
