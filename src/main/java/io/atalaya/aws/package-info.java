/**
 * The only room that speaks to AWS: clients from one factory, and at its door the write gate, the budget and the recorder.
 * Implements the ports that {@code watch} and {@code connect} declare.
 */
@NullMarked
package io.atalaya.aws;

import org.jspecify.annotations.NullMarked;
