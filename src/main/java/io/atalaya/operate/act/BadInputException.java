package io.atalaya.operate.act;

import java.util.List;

/** What a person typed breaks a rule of AWS. The message is English for logs; screens translate {@code key}. */
public final class BadInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> arguments;

    /**
     * @param key of the rule's sentence, in {@code operate.properties}: {@code operate.input.port}
     * @param arguments of that sentence
     */
    public BadInputException(String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
