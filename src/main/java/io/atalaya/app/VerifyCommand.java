package io.atalaya.app;

import io.atalaya.evidence.capsule.Chain;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.Link;
import io.atalaya.evidence.capsule.PublicKeys;
import io.atalaya.evidence.verify.Expected;
import io.atalaya.evidence.verify.Verification;
import io.atalaya.evidence.verify.Verifier;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify FILE...}: whether capsules are what was sealed. Needs no network, no key and no settings. */
@Command(name = "verify", resourceBundle = "io.atalaya.app.evidence", sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
    private final UnaryOperator<Path> folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "verify.files")
    private List<Path> files = List.of();

    @Option(names = "--key", paramLabel = "FILE|FINGERPRINT", descriptionKey = "verify.key")
    private @Nullable String key;

    @Option(names = "--chain", paramLabel = "FILE", descriptionKey = "verify.chainFile")
    private @Nullable Path chain;

    @Option(names = "--tsa", paramLabel = "FILE", descriptionKey = "verify.tsa")
    private List<Path> authorities = List.of();

    @Option(names = "--allow-not-aws", descriptionKey = "verify.allowNotAws")
    private boolean notAwsToo;

    @Option(names = "--json", descriptionKey = "verify.json")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "evidence.help")
    private boolean help;

    /** @param folder makes a typed path one that this process finds */
    VerifyCommand(UnaryOperator<Path> folder) {
        this.folder = folder;
    }

    @Override
    public Integer call() {
        var expected = new Expected(fingerprint(), links(), certificates(), notAwsToo);
        var verification = verify(expected);
        var report = new VerifyReport(spec.resourceBundle(), expected);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(VerifyReport.json(verification));
        } else {
            report.tell(verification, out);
        }
        return verification.verdict().exitCode();
    }

    private Verification verify(Expected expected) {
        var verifier = new Verifier(expected);
        try {
            return verifier.verify(files.stream()
                    .map(it -> Verifier.file(it.toString(), folder.apply(it)))
                    .toList());
        } catch (IOException e) {
            throw unread(e);
        }
    }

    /** A fingerprint, or that of the key in a file. */
    private @Nullable String fingerprint() {
        var typed = key;
        if (typed == null) {
            return null;
        }
        var plain = typed.replace(":", "").toLowerCase(Locale.ROOT);
        if (plain.matches("[0-9a-f]{64}")) {
            return plain;
        }
        try {
            var open = PublicKeys.read(Files.readAllBytes(folder.apply(Path.of(typed))));
            return PublicKeys.fingerprint(open.orElseThrow(() -> wrong("error.noKey", typed)));
        } catch (IOException e) {
            throw unread(e);
        }
    }

    private @Nullable List<Link> links() {
        if (chain == null) {
            return null;
        }
        try {
            return Chain.read(folder.apply(chain));
        } catch (EvidenceException e) {
            throw new ParameterException(spec.commandLine(), EvidenceWords.of(e, spec.resourceBundle()), e);
        } catch (IOException e) {
            throw unread(e);
        }
    }

    private List<X509Certificate> certificates() {
        return authorities.stream().flatMap(it -> certificates(it).stream()).toList();
    }

    private List<X509Certificate> certificates(Path file) {
        try (var in = Files.newInputStream(folder.apply(file))) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw wrong("error.noCertificate", file);
            }
            return found.stream().map(X509Certificate.class::cast).toList();
        } catch (IOException e) {
            throw unread(e);
        } catch (CertificateException e) {
            throw wrong("error.noCertificate", file);
        }
    }

    private ParameterException unread(IOException why) {
        return switch (why) {
            case NoSuchFileException none -> wrong("error.noSuchFile", none.getFile());
            case AccessDeniedException denied -> wrong("error.mayNotRead", denied.getFile());
            default -> wrong("error.unread", String.valueOf(why));
        };
    }

    private ParameterException wrong(String text, Object about) {
        return new ParameterException(
                spec.commandLine(), spec.resourceBundle().getString(text).formatted(about));
    }
}
