/** What can be said of any one resource: its facts, what it is related to, its ARN, how to ask AWS for it. Pure. */
@NullMarked
package io.atalaya.deployment.facts;

import org.jspecify.annotations.NullMarked;
