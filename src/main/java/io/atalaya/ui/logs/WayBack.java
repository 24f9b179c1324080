package io.atalaya.ui.logs;

/** What Esc takes back in a reader, the nearest first: what is sought, what is open, the span, the choice of rows. */
final class WayBack {
    private final Reader reader;
    private final Going going;
    private final FindBarController find;
    private final DetailController detail;
    private final Runnable focusRows;

    WayBack(Reader reader, Going going, FindBarController find, DetailController detail, Runnable focusRows) {
        this.reader = reader;
        this.going = going;
        this.find = find;
        this.detail = detail;
        this.focusRows = focusRows;
    }

    /** One step; false where there is nothing to take back. */
    boolean step() {
        if (find.isOpen()) {
            find.close();
        } else if (detail.isOpen()) {
            detail.close();
        } else if (!reader.brushProperty().get().isAll()) {
            going.brush(Span.ALL);
            focusRows.run();
        } else if (!reader.selection().isEmpty()) {
            reader.selection().clear();
        } else {
            return false;
        }
        return true;
    }
}
