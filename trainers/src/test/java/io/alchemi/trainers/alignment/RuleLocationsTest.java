package io.alchemi.trainers.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules over several sections are reported at the key that violates them, not at the first line of a section. */
class RuleLocationsTest {
    @Test
    void aWindowOutsideTheAxisIsReportedAtItsKey() {
        Diagnostic problem = problem("""
                cycle:
                  enabled: true
                  cycle_raw: true
                  continuum_window_nm: [100, 200]
                """);

        assertThat(problem.place().describe()).isEqualTo("text:4:24");
        assertThat(problem.notes())
                .containsExactly(
                        "cycle.continuum_window_nm: [100, 200] (text:4:24)",
                        "data.sensor: emit (default)",
                        "data.lab_grid_nm: {start: 380, stop: 2500, num: 256} (default)");
    }

    @Test
    void widthsOfAnotherSensorAreReportedAtTheSensorId() {
        Diagnostic problem = problem("tokenizer:\n  axis_unit: nm\n  sensor_id: mako\n");

        assertThat(problem.place().describe()).isEqualTo("text:3:14");
        assertThat(problem.notes())
                .containsExactly("tokenizer.sensor_id: mako (text:3:14)", "data.sensor: emit (default)");
    }

    @Test
    void aGridThatDoesNotCoverTheSensorIsReportedAtTheSetting() {
        Diagnostic problem = problem(
                "data:\n  sensor: emit\n  lab_grid_nm: {start: 380, stop: 2500, num: 256}\n", "data.lab_grid_nm.num=9");

        assertThat(problem.place().describe()).isEqualTo("--set data.lab_grid_nm.num=9");
        assertThat(problem.notes())
                .containsExactly(
                        "lab_grid_nm: {start: 380, stop: 2500, num: 9} (--set data.lab_grid_nm.num=9)",
                        "sensor: emit (text:2:11)");
    }

    private static Diagnostic problem(String yaml, String... settings) {
        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> new AlignmentExperimentLoader().load(Source.text("text", yaml), Source.set(List.of(settings))));
        assertThat(refused.diagnostics()).hasSize(1);
        return refused.diagnostics().get(0);
    }
}
