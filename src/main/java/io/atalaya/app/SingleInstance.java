package io.atalaya.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One console for each person: who starts a second one is told to the first, which comes to the front with what was asked for.
 * The first holds a lock on a file, which the system lets go when it ends, however it ends; it listens on 127.0.0.1 and believes
 * those who know what stands in a file that only this user can read. Where no file can be written, each start is its own.
 */
final class SingleInstance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int LONGEST_LINE = 16 * 1024;

    /** What became of a start. */
    enum Claim {
        /** This one is the first, and is told of the others. */
        FIRST,
        /** Another one has taken it over: this process can end. */
        HANDED_OVER,
        /** Nobody else could be asked: this one opens for itself. */
        ON_ITS_OWN
    }

    private final Path lockFile;
    private final Path addressFile;
    private @Nullable FileChannel lock;
    private @Nullable ServerSocket server;

    /** @param folder of this user */
    SingleInstance(Path folder) {
        this.lockFile = folder.resolve("console.lock");
        this.addressFile = folder.resolve("console.address");
    }

    /**
     * Finds out whether there is another one, and hands this over if so.
     *
     * @param wish one text, for the other
     * @param told is given the wishes of later starts, on threads of its own
     */
    Claim claim(String wish, Consumer<String> told) {
        try {
            if (take()) {
                listen(told);
                return Claim.FIRST;
            }
            return hand(wish) ? Claim.HANDED_OVER : Claim.ON_ITS_OWN;
        } catch (IOException e) {
            LOG.info("whether a console is open cannot be known: {}", e.toString());
            close();
            return Claim.ON_ITS_OWN;
        }
    }

    private boolean take() throws IOException {
        Files.createDirectories(lockFile.toAbsolutePath().getParent());
        var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                lock = channel;
                return true;
            }
        } catch (OverlappingFileLockException sameProcess) {
            LOG.debug("this process has it already");
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return false;
    }

    private void listen(Consumer<String> told) throws IOException {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var token = HexFormat.of().formatHex(random);
        var opened = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        server = opened;
        TextFile.replace(addressFile, opened.getLocalPort() + "\n" + token + "\n");
        Thread.ofVirtual().name("atalaya-later-starts").start(() -> {
            while (!opened.isClosed()) {
                try {
                    var caller = opened.accept();
                    Thread.ofVirtual().name("atalaya-later-start").start(() -> answer(caller, token, told));
                } catch (IOException e) {
                    if (!opened.isClosed()) {
                        LOG.warn("a later start was not heard: {}", e.toString());
                    }
                }
            }
        });
    }

    private static void answer(Socket caller, String token, Consumer<String> told) {
        try (caller) {
            caller.setSoTimeout(PATIENCE_MILLIS);
            var in = caller.getInputStream();
            var said = new String(in.readNBytes(token.length()), StandardCharsets.US_ASCII);
            if (!MessageDigest.isEqual(
                    said.getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.US_ASCII))) {
                LOG.warn("somebody who does not know the token spoke to this console");
                return;
            }
            var wish = new StringBuilder();
            for (int next = in.read(); next > '\n' && wish.length() < LONGEST_LINE; next = in.read()) {
                wish.append((char) next);
            }
            told.accept(new String(Base64.getDecoder().decode(wish.toString()), StandardCharsets.UTF_8));
            caller.getOutputStream().write("ok\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("a later start was not understood: {}", e.toString());
        }
    }

    private boolean hand(String wish) {
        try {
            var address = Files.readAllLines(addressFile);
            try (var other = new Socket()) {
                other.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(address.getFirst())),
                        PATIENCE_MILLIS);
                other.setSoTimeout(PATIENCE_MILLIS);
                var line = address.get(1)
                        + Base64.getEncoder().encodeToString(wish.getBytes(StandardCharsets.UTF_8))
                        + "\n";
                other.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
                var answer =
                        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.US_ASCII));
                return "ok".equals(answer.readLine());
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("the console that is open does not answer: {}", e.toString());
            return false;
        }
    }

    @Override
    public void close() {
        try {
            if (server != null) {
                server.close();
                Files.deleteIfExists(addressFile);
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            LOG.warn("the lock of this console: {}", e.toString());
        }
        server = null;
        lock = null;
    }
}
