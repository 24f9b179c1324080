package io.atalaya.logs.understand;

import io.atalaya.logs.Level;

/**
 * What an event's text says of itself, as far as it is read when it arrives.
 *
 * @param continues whether it belongs to the event before it in its stream, judged by its own text alone
 */
public record Reading(Level level, boolean continues) {}
