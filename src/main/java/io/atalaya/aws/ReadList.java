package io.atalaya.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The calls that change nothing, each by its full name: a prefix would let {@code ec2:GetPasswordData} and whatever AWS
 * invents tomorrow pass. The list is {@code read-list.txt}, for everybody to read.
 */
public final class ReadList {
    private final Set<String> calls;

    ReadList(Set<String> calls) {
        this.calls = Set.copyOf(calls);
    }

    /** The list that is shipped. */
    public static ReadList shipped() {
        var stream = Objects.requireNonNull(ReadList.class.getResourceAsStream("read-list.txt"), "read-list.txt");
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new ReadList(reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean contains(String call) {
        return calls.contains(call);
    }

    public Set<String> calls() {
        return calls;
    }
}
