package io.atalaya.aws.readers;

import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Source;
import java.time.InstantSource;
import java.util.List;

/** Where the parts come from that a catalogue of the NOC asks for. */
public final class NocSources {
    private NocSources() {}

    /**
     * Names of metrics, their values, and values of logs.
     *
     * @param clock for the span that is asked for
     */
    public static List<Source<?>> of(Clients clients, FanOut fanOut, InstantSource clock, Catalogue catalogue) {
        return List.of(
                new MetricNamesReader(clients, catalogue).source(),
                new NocSeriesReader(clients, fanOut, clock, catalogue).source(),
                new LogValuesReader(clients, clock, catalogue).source());
    }
}
