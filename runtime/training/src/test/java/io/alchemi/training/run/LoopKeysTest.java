package io.alchemi.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.schema.MetricSchema;
import io.alchemi.config.schema.MetricStage;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests the keys of training loops, wherever they are in a schema. */
class LoopKeysTest {
    private static final Schema SCHEMA = PathsAndSwitchesTest.schema("""
            record t.Root
            schema test.loops
            key loop loop record io.alchemi.training.run.LoopKeysTest.Loop default {}
            key loops loops map record io.alchemi.training.run.LoopKeysTest.Loop default {}
            key other other record io.alchemi.training.run.LoopKeysTest.Other default {}
            key missing missing record t.Missing default {}

            record io.alchemi.training.run.LoopKeysTest.Loop
            key best_by bestBy string nullable
            key max_steps maxSteps int default 1

            record io.alchemi.training.run.LoopKeysTest.Other
            key best_by bestBy string nullable
            key max_steps maxSteps int default 1

            record t.Missing
            key best_by bestBy string nullable
            """);

    private static final MetricSchema ACCURACY =
            new MetricSchema("accuracy", MetricStage.EVALUATION, MetricGoal.MAXIMIZE, "", "share of right answers");
    private static final MetricSchema ANGLE =
            new MetricSchema("angle", MetricStage.EVALUATION, MetricGoal.MINIMIZE, "rad", "mean angle");
    private static final MetricSchema MARGIN =
            new MetricSchema("margin", MetricStage.EVALUATION, MetricGoal.NONE, "", "mean margin");
    private static final MetricSchema PENALTY =
            new MetricSchema("penalty", MetricStage.STEP, MetricGoal.MINIMIZE, "", "size of the weights");

    /** A loop of a schema. */
    record Loop(@Override @Nullable String bestBy) implements LoopSettings {
        @Override
        public int maxSteps() {
            return 1;
        }

        @Override
        public int logEvery() {
            return 1;
        }

        @Override
        public int evalEvery() {
            return 1;
        }

        @Override
        public int saveEvery() {
            return 1;
        }
    }

    /** Not a loop, but with a key of the same name. */
    record Other(@Nullable String bestBy) {}

    private static List<Diagnostic> problems(String yaml, MetricSchema... metrics) {
        ConfigException problems = catchThrowableOfType(
                ConfigException.class, () -> BestBy.require(keys(yaml), new DeclaredMetrics(List.of(metrics))));
        return problems == null ? List.of() : problems.diagnostics();
    }

    private static LoopKeys keys(String yaml) {
        ConfigResolver resolved = ConfigResolver.of(SCHEMA, List.of(Source.text("t", yaml)), Limits.DEFAULT);
        assertThat(resolved.problems()).isEmpty();
        return LoopKeys.of(SCHEMA, resolved.tree(), LoopKeysTest.class.getClassLoader());
    }

    @Test
    void aKeyOfTheSameNameThatIsNotOfALoopMustNotChange() {
        LoopKeys keys = keys("loops: {a: {}}");
        assertThat(List.of("loop.max_steps", "loops.a.max_steps")).allMatch(keys::mayChange);
        assertThat(List.of("other.max_steps", "loop.best_by")).noneMatch(keys::mayChange);
    }

    @Test
    void aMetricOfEvaluationsWithAGoalIsFine() {
        assertThat(problems(
                        "loop: {best_by: angle}\nloops: {a: {best_by: accuracy}, b: {best_by: null}}", ACCURACY, ANGLE))
                .isEmpty();
    }

    @Test
    void anInvalidMetricIsReportedAtItsLocation() {
        List<Diagnostic> problems = problems(
                "loop: {best_by: acuracy}\nloops: {a: {best_by: margin}, b: {best_by: penalty}}",
                PENALTY,
                ACCURACY,
                ANGLE,
                MARGIN);

        assertThat(problems)
                .extracting(problem -> problem.place().span().line() + ":"
                        + problem.place().span().column() + " " + problem.message() + "; " + problem.label())
                .containsExactly(
                        "1:17 'loop.best_by' must be a metric of evaluations that has a goal, but is 'acuracy';"
                                + " did you mean 'accuracy'?",
                        "2:22 'loops.a.best_by' must be a metric of evaluations that has a goal, but is 'margin';"
                                + " write one of accuracy, angle, or null",
                        "2:44 'loops.b.best_by' must be a metric of evaluations that has a goal, but is 'penalty';"
                                + " write one of accuracy, angle, or null");
        assertThat(problems.get(0).notes())
                .containsExactly("accuracy: share of right answers (maximize)", "angle: mean angle (rad, minimize)");
    }

    @Test
    void aTrainerWithoutSuchAMetricNeedsNull() {
        assertThat(problems("loop: {best_by: margin}", MARGIN))
                .extracting(Diagnostic::label)
                .containsExactly("the trainer declares none; write null");
    }

    @Test
    void keysOfTheSameNameInOtherRecordsMeanSomethingElse() {
        assertThat(problems("other: {best_by: price}\nmissing: {best_by: price}", ACCURACY))
                .isEmpty();
    }
}
