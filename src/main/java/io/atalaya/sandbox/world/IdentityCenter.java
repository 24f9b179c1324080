package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A simulated IAM Identity Center: clients register, devices wait for somebody to approve them in a browser, and tokens open
 * the roles of accounts. Nobody sits at that browser here, so a device is approved after some polls, or by
 * {@link #approve}. Thread-safe.
 */
public final class IdentityCenter {
    /** How long a device may wait for approval. */
    public static final Duration DEVICE_LIFE = Duration.ofMinutes(10);

    private static final Duration CLIENT_LIFE = Duration.ofDays(90);
    private static final Duration TOKEN_LIFE = Duration.ofHours(8);

    /** What a poll for a token comes to. */
    public enum Poll {
        PENDING,
        SLOW_DOWN,
        EXPIRED,
        DENIED,
        UNKNOWN,
        APPROVED
    }

    /** An account one may enter, with the roles one may take there. */
    public record Enterable(String accountId, String name, String email, List<String> roles) {
        public Enterable {
            roles = List.copyOf(roles);
        }
    }

    /** A client as registered. */
    public record Client(String id, String secret, Instant expires) {}

    /** A device that waits. */
    public record Device(String code, String userCode, Instant expires) {}

    /** What an approved device gets. */
    public record Token(String access, String refresh, Instant expires) {}

    private static final class Waiting {
        private final Device device;
        private Poll answer = Poll.PENDING;
        private int polls;

        private Waiting(Device device) {
            this.device = device;
        }
    }

    private final Dice dice;
    private final List<Enterable> accounts = new ArrayList<>();
    private final Map<String, Client> clients = new HashMap<>();
    private final Map<String, Waiting> devices = new HashMap<>();
    private final Map<String, Token> byAccess = new HashMap<>();
    private final Map<String, Token> byRefresh = new HashMap<>();
    private int approvedAfter = 3;
    private int slowDowns;
    private long issued;

    public IdentityCenter(Dice dice) {
        this.dice = dice;
    }

    public synchronized void account(Enterable account) {
        accounts.add(account);
    }

    public synchronized List<Enterable> accounts() {
        return List.copyOf(accounts);
    }

    /** How many polls a device waits before it is approved by itself; 0 for never. */
    public synchronized void approveAfter(int polls) {
        approvedAfter = polls;
    }

    /** Answers that many of the next polls with "slow down". */
    public synchronized void slowDown(int polls) {
        slowDowns = polls;
    }

    /** What clicking "Allow" in the browser does. */
    public synchronized void approve(String userCode) {
        decide(userCode, Poll.APPROVED);
    }

    /** What clicking "Deny" does. */
    public synchronized void deny(String userCode) {
        decide(userCode, Poll.DENIED);
    }

    private void decide(String userCode, Poll answer) {
        devices.values().stream()
                .filter(w -> w.device.userCode().equals(userCode))
                .forEach(w -> w.answer = answer);
    }

    public synchronized Client register(Instant now) {
        var client = new Client(text("client", 26), text("client-secret", 64), now.plus(CLIENT_LIFE));
        clients.put(client.id(), client);
        return client;
    }

    /** Whether client and secret are ones that were registered and still are. */
    public synchronized boolean knows(String clientId, String secret, Instant now) {
        Client client = clients.get(clientId);
        return client != null && client.secret().equals(secret) && now.isBefore(client.expires());
    }

    public synchronized Device startDevice(Instant now) {
        String letters = text("user-code", 8).toUpperCase(Locale.ROOT);
        var device = new Device(
                text("device", 43), letters.substring(0, 4) + '-' + letters.substring(4), now.plus(DEVICE_LIFE));
        devices.put(device.code(), new Waiting(device));
        return device;
    }

    /** One poll of a waiting device; an approved one is used up by {@link #redeem}. */
    public synchronized Poll poll(String deviceCode, Instant now) {
        Waiting waiting = devices.get(deviceCode);
        if (waiting == null) {
            return Poll.UNKNOWN;
        }
        if (!now.isBefore(waiting.device.expires())) {
            return Poll.EXPIRED;
        }
        if (slowDowns > 0) {
            slowDowns--;
            return Poll.SLOW_DOWN;
        }
        waiting.polls++;
        if (waiting.answer == Poll.PENDING && approvedAfter > 0 && waiting.polls >= approvedAfter) {
            waiting.answer = Poll.APPROVED;
        }
        return waiting.answer;
    }

    /** The token of an approved device, once. */
    public synchronized Token redeem(String deviceCode, Instant now) {
        devices.remove(deviceCode);
        return issue(now);
    }

    /** Another token for a refresh token, which is used up. */
    public synchronized Optional<Token> refresh(String refreshToken, Instant now) {
        Token old = byRefresh.remove(refreshToken);
        return old == null ? Optional.empty() : Optional.of(issue(now));
    }

    /** Whether an access token opens anything at that moment. */
    public synchronized boolean opens(String accessToken, Instant now) {
        Token token = byAccess.get(accessToken);
        return token != null && now.isBefore(token.expires());
    }

    private Token issue(Instant now) {
        var token = new Token(text("access", 120), text("refresh", 120), now.plus(TOKEN_LIFE));
        byAccess.put(token.access(), token);
        byRefresh.put(token.refresh(), token);
        return token;
    }

    private String text(String what, int length) {
        return dice.hex("sso-" + what, issued++, length);
    }
}
