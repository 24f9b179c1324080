package io.atalaya.aws.readers;

import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Source;
import java.time.InstantSource;
import java.util.List;

/** Where the parts come from that are asked for by need: by a catalogue of the NOC, or because a target fails. */
public final class NocSources {
    private NocSources() {}

    /**
     * Names of metrics, their values, values of logs, and what logs of failing machines complain of.
     *
     * @param clock for the span that is asked for
     */
    public static List<Source<?>> of(Clients clients, FanOut fanOut, InstantSource clock, Catalogue catalogue) {
        return List.of(
                new MetricNamesReader(clients, catalogue).source(),
                new NocSeriesReader(clients, fanOut, clock, catalogue).source(),
                new LogValuesReader(clients, clock, catalogue).source(),
                new LogComplaintsReader(clients, fanOut, clock).source());
    }
}
