/** What an act would do, worked out from what is known of the deployment before anything is sent. */
@NullMarked
package io.atalaya.operate.preflight;

import org.jspecify.annotations.NullMarked;
