package io.atalaya.ui.evidence;

import java.io.IOException;

/** The view that was to be captured is not on screen any more. */
public final class ViewLeftException extends IOException {
    private static final long serialVersionUID = 1;

    public ViewLeftException(String view) {
        super(view);
    }
}
