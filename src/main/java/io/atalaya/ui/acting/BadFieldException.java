package io.atalaya.ui.acting;

import java.util.List;

/** What was typed cannot even be read as what the field is for. */
final class BadFieldException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String key;
    private final transient List<Object> arguments;

    /**
     * @param field its id
     * @param key of the rule's sentence
     */
    BadFieldException(String field, String key, Object... arguments) {
        super(field + " " + key);
        this.field = field;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    String field() {
        return field;
    }

    String key() {
        return key;
    }

    List<Object> arguments() {
        return arguments;
    }
}
