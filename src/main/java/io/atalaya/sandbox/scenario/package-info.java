/**
 * Things that go wrong on purpose, one at a time, for people who practise: what each does to a world, step by step in simulated
 * time, how AWS heals it, and a record of what truly happened. Generic over deployments: a scenario takes its victims from
 * whatever the world holds.
 */
@NullMarked
package io.atalaya.sandbox.scenario;

import org.jspecify.annotations.NullMarked;
