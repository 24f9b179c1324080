package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Account;
import io.atalaya.sandbox.world.sim.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may call: the access keys given out, the role they stand for and until when. Thread-safe. */
public final class Identity {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Account account;
    private final Dice dice;
    private final Map<String, AccessKey> keys = new LinkedHashMap<>();
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Map<String, String> usedCodes = new HashMap<>();
    private long issued;

    public Identity(Account account, Dice dice) {
        this.account = account;
        this.dice = dice;
    }

    /** A long-lived key of a user, {@code AKIA...}. */
    public synchronized AccessKey userKey(String userName) {
        return keep(new AccessKey(
                id("AKIA"),
                text("secret", 40),
                null,
                account.id(),
                account.globalArn("iam", "user/" + userName),
                "AIDA" + text("user" + userName, 17).toUpperCase(Locale.ROOT),
                null));
    }

    /** Temporary credentials of a session of a role, {@code ASIA...}. */
    public synchronized AccessKey roleSession(
            String accountId, String roleName, String sessionName, Instant now, Duration life) {
        return temporary(
                accountId,
                "arn:aws:sts::" + accountId + ":assumed-role/" + roleName + '/' + sessionName,
                roleId(roleName) + ':' + sessionName,
                now.plus(life));
    }

    /** Temporary credentials that stand for the caller itself, as GetSessionToken gives. */
    public synchronized AccessKey sessionOf(AccessKey caller, Instant now, Duration life) {
        return temporary(caller.accountId(), caller.callerArn(), caller.userId(), now.plus(life));
    }

    /** The key of that id, also when it has expired: AWS tells the difference, and so must the server. */
    public synchronized Optional<AccessKey> find(String accessKeyId) {
        return Optional.ofNullable(keys.get(accessKeyId));
    }

    /** Adds a role that may be assumed. */
    public synchronized void role(Role role) {
        roles.put(role.accountId() + '/' + role.name(), role);
    }

    /** The role of that account and name (without its path). */
    public synchronized Optional<Role> role(String accountId, String name) {
        return Optional.ofNullable(roles.get(accountId + '/' + name));
    }

    /**
     * The six digits a device shows at that moment: they change every 30 s, as a real one's do. The sandbox shows them to who
     * practises, tests compute them.
     */
    public String codeOf(String serialNumber, Instant now) {
        return String.format("%06d", dice.below("mfa" + serialNumber, now.getEpochSecond() / 30, 1_000_000));
    }

    /** Takes a code once, as AWS does; the one before is still good, for slow fingers. */
    public synchronized boolean takesCode(String serialNumber, String code, Instant now) {
        boolean good =
                code.equals(codeOf(serialNumber, now)) || code.equals(codeOf(serialNumber, now.minusSeconds(30)));
        return good && !code.equals(usedCodes.put(serialNumber, code));
    }

    /** AWS's unique id of a role. */
    public String roleId(String roleName) {
        return "AROA" + dice.hex("role" + roleName, 0, 17).toUpperCase(Locale.ROOT);
    }

    public Account account() {
        return account;
    }

    private AccessKey temporary(String accountId, String arn, String userId, @Nullable Instant expiration) {
        return keep(
                new AccessKey(id("ASIA"), text("secret", 40), text("token", 120), accountId, arn, userId, expiration));
    }

    private AccessKey keep(AccessKey key) {
        keys.put(key.accessKeyId(), key);
        return key;
    }

    private String id(String prefix) {
        issued++;
        return prefix + text("key", 16);
    }

    private String text(String what, int length) {
        var out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append(DIGITS.charAt(dice.below(what + issued, i, DIGITS.length())));
        }
        return out.toString();
    }
}
