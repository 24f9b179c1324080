/**
 * Where a desk is kept, so that it survives the console, and where a team shares it: a journal file, a folder, a PostgreSQL
 * database. What is shared is the state, which merges in any order; a place that fails is said, and the own desk goes on.
 */
@NullMarked
package io.atalaya.noc.desk.store;

import org.jspecify.annotations.NullMarked;
