package io.atalaya.app;

import io.atalaya.noc.desk.Severity;

/**
 * A few words to somebody who looks elsewhere. What is wrong and where, as the desk has it: no reason in AWS's words, no log, no
 * credential.
 *
 * @param severity the worst of what it is about
 */
record Notice(Severity severity, String title, String text) {}
