package io.atalaya.ui.noc.chart;

import java.time.Instant;
import java.util.List;

/** What happened while something was measured: alarms, changes of the deployment, acts of this console. */
public interface Meanwhile {
    /** Nothing is known. */
    Meanwhile NOTHING = new Meanwhile() {
        @Override
        public List<ChartPicture.Band> bands(Instant from, Instant to) {
            return List.of();
        }

        @Override
        public List<ChartPicture.Mark> marks(Instant from, Instant to) {
            return List.of();
        }
    };

    /** On the JavaFX thread. */
    List<ChartPicture.Band> bands(Instant from, Instant to);

    /** On the JavaFX thread. */
    List<ChartPicture.Mark> marks(Instant from, Instant to);
}
