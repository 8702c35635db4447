package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.schema.MetricStage;
import io.alchemi.config.schema.RuntimeKey;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.Gradients;
import io.alchemi.training.progress.ResidentMemory;
import io.alchemi.training.progress.ThroughputStats;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One step of a training loop, see {@link Run#steps}. It ends, and its metrics are written, when the next step is requested. */
public final class Step {
    private final Steps loop;
    private final long number;
    private final @Nullable UnfinishedStep resumed;
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final Set<String> details = new HashSet<>();
    private @Nullable Evaluation evaluation;
    private double learningRate;
    private double seconds;
    private long tokens;
    private long bytes;
    private boolean updated;
    private boolean ended;

    /**
     * Creates a step.
     *
     * @param resumed the saved part of this step, or null
     */
    Step(Steps loop, long number, @Nullable UnfinishedStep resumed) {
        this.loop = loop;
        this.number = number;
        this.resumed = resumed;
        if (resumed != null) {
            metrics.putAll(resumed.metrics());
        }
    }

    /**
     * Returns the number of the step.
     *
     * @return counted from 1
     */
    public long number() {
        return number;
    }

    /**
     * Returns true if an evaluation is due after this step.
     *
     * @return true every {@link LoopSettings#evalEvery} steps and in the last step
     */
    public boolean evaluates() {
        return loop.evaluates(number);
    }

    /**
     * Computes the loss in training mode, differentiates it, clips the gradients and updates the parameters.
     *
     * <p>Records the loss and its terms, {@code grad_norm} (before clipping), {@code lr} and the time of the step. All arrays that the
     * loss creates are freed afterwards.
     *
     * @param optimizer the optimizer, the same in every step; the loss must use all of its parameters
     * @param loss      prepares the batch and computes its loss
     * @throws NonFiniteLossException if the loss, a term or the norm of the gradients is not finite; nothing is updated then
     * @throws IllegalStateException  if the step was already updated, or another optimizer was used
     */
    public void update(AdamW optimizer, Supplier<Loss> loss) {
        requireOpen();
        if (updated) {
            throw new IllegalStateException("step " + number + " was already updated; call step.update once per step");
        }
        loop.run().use(optimizer);
        if (resumed == null) {
            compute(optimizer, loss);
        } else {
            repeat(resumed, loss);
        }
        updated = true;
    }

    /** Computes the loss again, because the trainer's code may use its results. The parameters were updated before the interruption. */
    private void repeat(UnfinishedStep done, Supplier<Loss> loss) {
        Loss computed = loop.run().repeat(this, loss);
        details.addAll(computed.details());
        details.addAll(List.of(RuntimeKey.GRADIENT_NORM.text(), RuntimeKey.LEARNING_RATE.text()));
        learningRate = Objects.requireNonNull(done.metrics().get(RuntimeKey.LEARNING_RATE.text()));
        seconds = done.seconds();
    }

    private void compute(AdamW optimizer, Supplier<Loss> loss) {
        long begin = System.nanoTime();
        learningRate = optimizer.learningRate();
        loop.run().workspace().scoped(() -> {
            try {
                Map<String, NDArray> gradients = loop.run().backward(this, optimizer, loss);
                loop.remarkOnUnused(number, gradients);
                double norm = Gradients.clip(gradients.values(), loop.largestNorm());
                requireFinite("the gradient norm", norm);
                optimizer.step(gradients);
                putDetail(RuntimeKey.GRADIENT_NORM.text(), norm);
                putDetail(RuntimeKey.LEARNING_RATE.text(), learningRate);
                return norm;
            } catch (NonFiniteLossException e) {
                Gradients.clear(optimizer.parameters());
                throw e;
            }
        });
        seconds = (System.nanoTime() - begin) / 1e9;
    }

    /** Returns the completed part of a step that is interrupted. */
    UnfinishedStep unfinished() {
        return new UnfinishedStep(metrics, seconds);
    }

    /** Records the metrics of a loss. */
    void take(Loss loss) {
        Objects.requireNonNull(loss, () -> "the loss of step " + number + " is null");
        Map<String, Double> read = loss.read();
        read.forEach((name, value) -> {
            loop.run().metrics().require(MetricStage.STEP, name);
            if (loss.isTerm(name)) {
                requireFinite("'" + name + "'", value);
            }
        });
        double total = Scalars.read(loss.total());
        requireFinite("the loss", total);
        metrics.put(RuntimeKey.LOSS.text(), total);
        metrics.putAll(read);
        details.addAll(loss.details());
    }

    private void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new NonFiniteLossException(name, number, value, learningRate);
        }
    }

    /**
     * Records a metric of the step.
     *
     * @param name  its name, which the trainer declares with {@code @Metric}
     * @param value its value
     * @return this step
     */
    public Step metric(String name, double value) {
        requireOpen();
        loop.run().metrics().require(MetricStage.STEP, name);
        if (resumed != null && resumed.metrics().containsKey(name)) {
            return this;
        }
        if (metrics.put(name, value) != null) {
            throw new IllegalStateException(
                    "step " + number + " already has a metric called '" + name + "'; record each once per step");
        }
        return this;
    }

    /**
     * Records a metric that is written to {@code metrics.jsonl} but not shown in the log.
     *
     * @param name  its name, which the trainer declares with {@code @Metric}
     * @param value its value
     * @return this step
     */
    public Step detail(String name, double value) {
        details.add(name);
        return metric(name, value);
    }

    private void putDetail(String name, double value) {
        details.add(name);
        metrics.put(name, value);
    }

    /**
     * Records the amount of work, so that throughput is measured.
     *
     * @param tokens tokens of this step; the trainer defines what a token is
     * @param bytes  bytes of input of this step
     */
    public void processed(long tokens, long bytes) {
        requireOpen();
        this.tokens += tokens;
        this.bytes += bytes;
    }

    /**
     * Runs and records an evaluation after this step, outside training mode: dropout is inactive. Its metrics select the best parameters
     * and stop the loop early, if configured. All arrays that it creates are freed afterwards.
     *
     * @param evaluate computes the evaluation
     * @throws NonFiniteLossException if a metric that has a goal is not finite
     * @throws IllegalStateException  if the step was not updated, or was already evaluated
     */
    public void evaluation(Supplier<Evaluation> evaluate) {
        requireOpen();
        if (!updated) {
            throw new IllegalStateException(
                    "step " + number + " is not updated yet; call step.update before step.evaluation");
        }
        if (evaluation != null) {
            throw new IllegalStateException(
                    "step " + number + " was already evaluated; record one evaluation per step");
        }
        Evaluation made = Objects.requireNonNull(
                loop.evaluate(this, evaluate), () -> "the evaluation of step " + number + " is null");
        made.metrics().forEach((name, value) -> {
            loop.run().metrics().require(MetricStage.EVALUATION, name);
            if (loop.run().metrics().goal(name) != MetricGoal.NONE) {
                requireFinite("the evaluation's '" + name + "'", value);
            }
        });
        evaluation = made;
    }

    /**
     * Returns the metrics recorded so far.
     *
     * @return metrics by name, in recording order; a view
     */
    public Map<String, Double> metrics() {
        return Collections.unmodifiableMap(metrics);
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("step " + number + " has ended; use the step of the current iteration");
        }
    }

    /** Ends the step. Nothing can be recorded afterwards. */
    void end() {
        if (!updated) {
            throw new IllegalStateException(
                    "step " + number + " ended without an update; call step.update(optimizer, loss) in the loop");
        }
        if (tokens > 0) {
            throughput().asRecord().forEach(this::putDetail);
        } else {
            putDetail(RuntimeKey.STEP_SECONDS.text(), seconds);
        }
        ended = true;
    }

    boolean isUpdated() {
        return updated;
    }

    ThroughputStats throughput() {
        return ThroughputStats.of(tokens, bytes, seconds, ResidentMemory.peakGb());
    }

    /** Returns the metrics of log lines. Throughput is shown separately. */
    Map<String, Double> shown() {
        Map<String, Double> shown = new LinkedHashMap<>(metrics);
        shown.keySet().removeAll(details);
        return shown;
    }

    @Nullable
    Evaluation evaluation() {
        return evaluation;
    }
}
