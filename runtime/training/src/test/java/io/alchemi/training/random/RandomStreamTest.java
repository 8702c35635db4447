package io.alchemi.training.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int MANY = 200_000;

    /** Later versions must be able to repeat runs. These bits may only change together with a note to users. */
    @Test
    void bitsNeverChange() {
        RandomStream stream = new RandomStream(42, "mae/tokens", 1);
        assertThat(stream.bits(0)).isEqualTo(3164166370737697679L);
        assertThat(stream.bits(1)).isEqualTo(9145071986744496772L);
        assertThat(stream.bits(1_000_000_007L)).isEqualTo(7698972846892134369L);
        assertThat(stream.normal(0)).isEqualTo(-0.6132545971536902);
        assertThat(stream.permutation(8)).containsExactly(4, 2, 5, 1, 6, 0, 7, 3);
    }

    @Test
    void seedPurposeAndStepEachOpenAnotherStream() {
        Set<Long> firsts = new HashSet<>();
        for (long seed = -5; seed < 5; seed++) {
            for (long step = 0; step < 100; step++) {
                for (String purpose : new String[] {"a", "b", "ab", "ba", ""}) {
                    firsts.add(new RandomStream(seed, purpose, step).bits(0));
                }
            }
        }
        assertThat(firsts).hasSize(10 * 100 * 5);
    }

    @Test
    void neighbouringStreamsAreNotShiftsOfEachOther() {
        Set<Long> seen = new HashSet<>();
        for (long step = 1; step <= 20; step++) {
            RandomStream stream = new RandomStream(1, "x", step);
            for (long i = 0; i < 1000; i++) {
                seen.add(stream.bits(i));
            }
        }
        assertThat(seen).hasSize(20_000);
    }

    @Test
    void uniformIsEvenOnTheUnitInterval() {
        RandomStream stream = new RandomStream(7, "uniform", 0);
        int[] tenths = new int[10];
        for (int i = 0; i < MANY; i++) {
            double value = stream.uniform(i);
            assertThat(value).isGreaterThanOrEqualTo(0).isLessThan(1);
            tenths[(int) (10 * value)]++;
        }
        double sigma = Math.sqrt(MANY * 0.1 * 0.9);
        for (int count : tenths) {
            assertThat((double) count).isCloseTo(MANY / 10.0, within(5 * sigma));
        }
    }

    @Test
    void normalHasTheMomentsOfANormal() {
        RandomStream stream = new RandomStream(7, "normal", 0);
        double[] moments = new double[5];
        double lagged = 0;
        for (int i = 0; i < MANY; i++) {
            double value = stream.normal(i);
            for (int power = 1; power <= 4; power++) {
                moments[power] += Math.pow(value, power) / MANY;
            }
            lagged += value * stream.normal(i + 1) / MANY;
        }
        double sigma = 1 / Math.sqrt(MANY);
        assertThat(moments[1]).isCloseTo(0, within(5 * sigma));
        assertThat(moments[2]).isCloseTo(1, within(5 * Math.sqrt(2) * sigma));
        assertThat(moments[3]).isCloseTo(0, within(5 * Math.sqrt(15) * sigma));
        assertThat(moments[4]).isCloseTo(3, within(5 * Math.sqrt(96) * sigma));
        assertThat(lagged).isCloseTo(0, within(5 * sigma));
    }

    @Test
    void normalsEqualSingleDraws() {
        RandomStream stream = new RandomStream(7, "normal", 3);
        for (int count : new int[] {0, 1, 2, 7}) {
            double[] all = new double[count];
            stream.normals(count, (index, value) -> all[index] = value);
            assertThat(all)
                    .isEqualTo(IntStream.range(0, count)
                            .mapToDouble(stream::normal)
                            .toArray());
        }
    }

    @Test
    void elementsDoNotDependOnTheThread() {
        RandomStream stream = new RandomStream(7, "threads", 1);
        double[] serial = IntStream.range(0, 10_000).mapToDouble(stream::normal).toArray();
        double[] parallel = IntStream.range(0, 10_000)
                .parallel()
                .mapToDouble(stream::normal)
                .toArray();
        assertThat(parallel).isEqualTo(serial);
    }

    @Test
    void permutationHoldsEveryNumberOnce() {
        for (int n = 0; n < 70; n++) {
            int[] sorted = new RandomStream(3, "order", n).permutation(n);
            Arrays.sort(sorted);
            assertThat(sorted).isEqualTo(IntStream.range(0, n).toArray());
        }
    }

    @Test
    void everyOrderIsEquallyLikely() {
        int draws = 24_000;
        Map<String, Integer> counts = new HashMap<>();
        for (int step = 0; step < draws; step++) {
            counts.merge(Arrays.toString(new RandomStream(3, "order", step).permutation(4)), 1, Integer::sum);
        }
        double expected = draws / 24.0;
        assertThat(counts).hasSize(24);
        counts.forEach((order, count) ->
                assertThat((double) count).as(order).isCloseTo(expected, within(5 * Math.sqrt(expected))));
    }
}
