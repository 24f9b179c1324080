package io.atalaya.ui.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.reach.End;
import io.atalaya.deployment.reach.Exposure;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PerimeterWordsTest {
    private static final Texts TEXTS = new Texts(
            Locale.ENGLISH, List.of("io.atalaya.ui.perimeter.perimeter", "io.atalaya.ui.inspector.inspector"));
    private static Deployment checkop = Deployment.empty("", null);

    @BeforeAll
    static void read() throws Exception {
        checkop = SandboxDeployment.calm("checkop", Contexts.NOW);
    }

    @Test
    void endsAreFoundByNameIdAddressAndBlock() {
        var book = new EndBook(TEXTS, checkop);
        var instance = checkop.items(Parts.INSTANCES).stream()
                .filter(each -> "10.20.1.57".equals(each.privateIp()))
                .findFirst()
                .orElseThrow();
        assertThat(book.parse("AUTOChOp us-east-1d").orElseThrow().resource()).isEqualTo(instance.ref());
        assertThat(book.parse(instance.id()).orElseThrow().resource()).isEqualTo(instance.ref());
        assertThat(book.parse("10.20.1.57").orElseThrow().end()).isInstanceOf(End.Host.class);
        assertThat(book.parse("10.20.1.0/24").orElseThrow().end())
                .isEqualTo(new End.Network(Block.parse("10.20.1.0/24").orElseThrow()));
        assertThat(book.parse("INTERNET").orElseThrow().end()).isEqualTo(End.Internet.FOUR);
        assertThat(book.parse("AUTOChOp")).as("two are called so").isEmpty();
        assertThat(book.parse("nobody")).isEmpty();
        assertThat(book.complete("autochop", 10))
                .extracting(EndChoice::text)
                .contains("AUTOChOp us-east-1a", "AUTOChOp us-east-1d");
    }

    @Test
    void aWholeLineIsAQuestionInEachLanguage() {
        var line = new QuestionLine(new EndBook(TEXTS, checkop), new TrafficBook(TEXTS));
        var asked = line.parse("from internet to Progresus-ELB tcp 443").orElseThrow();
        for (var typed : List.of(
                "internet to Progresus-ELB 443",
                "can internet reach Progresus-ELB on https?",
                "internet -> Progresus-ELB tcp/443",
                "desde internet hasta Progresus-ELB por tcp 443",
                "de internet para Progresus-ELB por https")) {
            assertThat(line.parse(typed)).as(typed).map(Asked::line).contains(asked.line());
        }
        assertThat(line.parse("from internet to Base ChOp ssh")
                        .orElseThrow()
                        .traffic()
                        .text())
                .isEqualTo("TCP 22");
        assertThat(line.remembered(asked.line())).contains(asked);
        assertThat(line.parse("from internet to nowhere tcp 1")).isEmpty();
        assertThat(QuestionLine.isWhole("Progresus-ELB")).isFalse();
    }

    @Test
    void portsAreUnderstoodAsPeopleWriteThem() {
        var book = new TrafficBook(TEXTS);
        assertThat(book.parse("443").orElseThrow()).isEqualTo(TrafficBook.tcp(443));
        assertThat(book.parse("TCP 2049 NFS").orElseThrow()).isEqualTo(TrafficBook.tcp(2049));
        assertThat(book.parse("udp 53").orElseThrow().text()).isEqualTo("UDP 53");
        assertThat(book.parse("tcp 1024-2048").orElseThrow().ports().contains(2000))
                .isTrue();
        assertThat(book.parse("70000")).isEmpty();
        assertThat(book.parse("9-1")).isEmpty();
        assertThat(book.parse("no port")).isEmpty();
    }

    @Test
    void aRuleIsTheSameRuleHoweverItIsWritten() {
        var rule = new SecurityRule(true, "tcp", 2049, 2049, "10.20.1.0/24", null, null, "words");
        assertThat(RuleKey.parse("ingress tcp 2049 10.20.1.0/24")).contains(RuleKey.of(rule));
        assertThat(RuleKey.parse(RuleKey.of(rule).text())).contains(RuleKey.of(rule));
        var all = new SecurityRule(false, "-1", null, null, "0.0.0.0/0", null, null, null);
        assertThat(RuleKey.parse("egress all 0.0.0.0/0")).contains(RuleKey.of(all));
        assertThat(RuleKey.parse("something else altogether happened here")).isEmpty();
    }

    @Test
    void aMomentIsTheSameAfterTheFileAndACutOffFileIsNone() {
        var moment =
                PastPerimeter.of(checkop, Exposure.of(checkop), Contexts.NOW).orElseThrow();
        assertThat(moment.openings()).isNotEmpty();
        assertThat(PastPerimeter.read(moment.text())).contains(moment);
        assertThat(PastPerimeter.read(moment.text().replace("end\n", ""))).isEmpty();
        assertThat(PastPerimeter.read("")).isEmpty();
        assertThat(Difference.between(moment, moment)).isEmpty();
        var before = new PastPerimeter(Instant.EPOCH, List.of(), moment.rules());
        assertThat(Difference.between(before, moment))
                .isNotEmpty()
                .allMatch(each -> each.kind() == Difference.Kind.OPENED);
        assertThat(Difference.between(moment, before)).allMatch(each -> each.kind() == Difference.Kind.CLOSED);
    }

    @Test
    void aPortThatEverybodyReachesIsOneOpeningWhateverElseAnOfficeReaches() {
        var openings = Openings.byPort(Exposure.of(checkop), (opening, ports) -> false);
        var base = checkop.items(Parts.INSTANCES).stream()
                .filter(each -> each.name().equals("Base ChOp"))
                .findFirst()
                .orElseThrow();
        var ssh = openings.stream()
                .filter(each ->
                        each.resource().equals(base.ref()) && each.ports().contains(22))
                .toList();
        assertThat(ssh).singleElement().satisfies(one -> {
            assertThat(one.everyone()).isTrue();
            assertThat(one.ports().contains(443)).isFalse();
            assertThat(one.rules())
                    .singleElement()
                    .satisfies(rule -> assertThat(rule.rule().fromPort()).isEqualTo(22));
        });
        assertThat(openings)
                .filteredOn(each ->
                        each.resource().equals(base.ref()) && each.ports().contains(443))
                .singleElement()
                .satisfies(one -> assertThat(one.everyone()).isFalse());
    }

    @Test
    void whatWasNotReadMakesNoMoment() {
        var lacking = Deployment.empty("us-east-1", null);
        assertThat(PastPerimeter.of(lacking, Exposure.of(lacking), Contexts.NOW))
                .isEmpty();
        var uses = new GroupUses(lacking);
        assertThat(uses.isComplete()).isFalse();
        checkop.items(Parts.SECURITY_GROUPS)
                .forEach(group ->
                        assertThat(uses.isUnused(group)).as(group.name()).isFalse());
        assertThat(checkop.items(Parts.SECURITY_GROUPS)).anyMatch(new GroupUses(checkop)::isUnused);
    }

    @Test
    void questionsAreRememberedForOneConnectionTheNewestFirst() {
        Map<String, String> kept = new HashMap<>();
        var memory = new LayoutMemory() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(kept.get(key));
            }

            @Override
            public void put(String key, String value) {
                kept.put(key, value);
            }
        };
        var asked = new AskedBefore(memory, "one us-east-1");
        asked.add("a\tb\tTCP 1");
        asked.add("a\tb\tTCP 2");
        asked.add("a\tb\tTCP 1");
        assertThat(new AskedBefore(memory, "one us-east-1").lines()).containsExactly("a\tb\tTCP 1", "a\tb\tTCP 2");
        assertThat(new AskedBefore(memory, "another").lines()).isEmpty();
    }
}
