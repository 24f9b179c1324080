package io.atalaya.ui.perimeter;

import io.atalaya.deployment.reach.Question;

/** A question as a person put it. */
record Asked(EndChoice from, EndChoice to, TrafficChoice traffic) {
    Question question() {
        return new Question(from.end(), to.end(), traffic.protocol(), traffic.ports());
    }

    /** The other way round, on the same port. */
    Asked swapped() {
        return new Asked(to, from, traffic);
    }

    /** By which it is remembered and found again. */
    String line() {
        return from.text() + "\t" + to.text() + "\t" + traffic.text();
    }
}
