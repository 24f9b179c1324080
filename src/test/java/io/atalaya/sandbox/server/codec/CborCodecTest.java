package io.atalaya.sandbox.server.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.atalaya.sandbox.server.RandomPojo;
import io.atalaya.sandbox.server.http.IncomingRequest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;

class CborCodecTest {
    private final CborCodec codec = new CborCodec();

    @ParameterizedTest
    @ValueSource(
            classes = {
                DescribeAlarmsRequest.class,
                DescribeAlarmsResponse.class,
                GetMetricDataRequest.class,
                GetMetricDataResponse.class,
                ListMetricsResponse.class
            })
    void readsWhatItWrites(Class<? extends SdkPojo> type) {
        for (long seed = 0; seed < 20; seed++) {
            SdkPojo sent = new RandomPojo(seed, true).of(type);
            SdkPojo builder = Pojos.builderOf(type);

            codec.read(request(codec.write("Any", sent, "id").body()), Map.of(), builder);

            assertThat(Pojos.build(builder)).matches(got -> got.equalsBySdkFields(sent), sent.toString());
        }
    }

    /** Examples of RFC 8949, appendix A, with what JSON would say. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00 | 0",
                "1818 | 24",
                "1903e8 | 1000",
                "1b000000e8d4a51000 | 1000000000000",
                "3903e7 | -1000",
                "f93c00 | 1.0",
                "fa47c35000 | 100000.0",
                "fbc010666666666666 | -4.1",
                "f5 | true",
                "f6 | null",
                "c11a514b67b0 | 1363896240",
                "6449455446 | \"IETF\"",
                "62c3bc | \"ü\"",
                "7f657374726561646d696e67ff | \"streaming\"",
                "83010203 | [1,2,3]",
                "9f018202039f0405ffff | [1,[2,3],[4,5]]",
                "a26161016162820203 | {\"a\":1,\"b\":[2,3]}",
                "bf61610161629f0203ffff | {\"a\":1,\"b\":[2,3]}",
                "4401020304 | \"AQIDBA==\"",
            })
    void readsTheStandardsExamples(String hex, String json) {
        assertThat(CborReader.read(HexFormat.of().parseHex(hex))).hasToString(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "7b7fffffffffffffff61", "1c", "bf6161"})
    void refusesWhatEndsTooSoon(String hex) {
        byte[] body = HexFormat.of().parseHex(hex);

        assertThatExceptionOfType(MalformedInputException.class).isThrownBy(() -> CborReader.read(body));
    }

    @Test
    void refusesToNestWithoutEnd() {
        var body = new byte[100_000];
        Arrays.fill(body, (byte) 0x81);

        assertThatExceptionOfType(MalformedInputException.class).isThrownBy(() -> CborReader.read(body));
    }

    private static IncomingRequest request(byte[] body) {
        return new IncomingRequest("POST", "/", "", Map.of(), body);
    }
}
