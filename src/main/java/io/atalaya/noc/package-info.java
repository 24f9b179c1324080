/**
 * The Network Operations Center: a catalogue of items, each item at each place judged by plain functions of a deployment and a
 * clock, and the desk where what is wrong is taken by somebody.
 */
@NullMarked
package io.atalaya.noc;

import org.jspecify.annotations.NullMarked;
