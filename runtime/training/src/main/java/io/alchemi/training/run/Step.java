package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.Gradients;
import io.alchemi.training.progress.ThroughputStats;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One step of a training loop, see {@link Run#steps}. It ends when the loop goes on; what it was told is then written. */
public final class Step {
    private final Steps loop;
    private final long number;
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final Set<String> details = new HashSet<>();
    private @Nullable Evaluation evaluation;
    private @Nullable ThroughputStats throughput;
    private double learningRate;
    private double seconds;
    private long tokens;
    private long bytes;
    private boolean ended;

    Step(Steps loop, long number) {
        this.loop = loop;
        this.number = number;
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
     * loss makes are freed afterwards.
     *
     * @param optimizer updates its parameters, all of which the loss uses
     * @param loss      makes the batch and computes its loss
     * @throws NonFiniteLossException if the loss, a term or the norm of the gradients is not finite; nothing was updated then
     */
    public void update(AdamW optimizer, Supplier<Loss> loss) {
        requireOpen();
        long begin = System.nanoTime();
        loop.run().track(optimizer);
        learningRate = optimizer.learningRate();
        loop.run().workspace().scoped(() -> {
            Map<String, NDArray> gradients = loop.run().backward(this, optimizer, loss);
            double norm = Gradients.clip(gradients.values(), loop.largestNorm());
            requireFinite("the gradient norm", norm);
            optimizer.step(gradients);
            detail("grad_norm", norm);
            return detail("lr", learningRate);
        });
        seconds += (System.nanoTime() - begin) / 1e9;
    }

    /** Takes the figures of a loss that was computed. */
    void take(Loss loss) {
        Map<String, Double> read = loss.read();
        read.forEach((name, value) -> {
            if (!name.equals(Loss.TOTAL) && loss.isTerm(name)) {
                requireFinite("'" + name + "'", value);
            }
        });
        read.forEach((name, value) -> {
            if (name.equals(Loss.TOTAL)) {
                requireFinite("the loss", value);
            }
            put(name, value);
        });
        details.addAll(loss.details());
    }

    private void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new NonFiniteLossException(name, number, value, learningRate);
        }
    }

    /**
     * Records a figure of the step.
     *
     * @param name  its name
     * @param value its value
     * @return this step
     */
    public Step figure(String name, double value) {
        requireOpen();
        put(FigureNames.require(name), value);
        return this;
    }

    /**
     * Records a figure that {@code metrics.jsonl} keeps and no line of the log shows.
     *
     * @param name  its name
     * @param value its value
     * @return this step
     */
    public Step detail(String name, double value) {
        details.add(name);
        return figure(name, value);
    }

    private void put(String name, double value) {
        if (figures.put(name, value) != null) {
            throw new IllegalStateException(
                    "step " + number + " already has a figure called '" + name + "'; record each once per step");
        }
    }

    /**
     * Records how much was worked on, so that throughput is measured.
     *
     * @param tokens tokens of this step; what a token is, the trainer says
     * @param bytes  bytes of input of this step
     */
    public void processed(long tokens, long bytes) {
        requireOpen();
        this.tokens += tokens;
        this.bytes += bytes;
    }

    /**
     * Evaluates if an evaluation is due after this step, and records it as {@link #evaluation} does. All arrays that it makes are freed
     * afterwards.
     *
     * @param evaluation computes the figures
     * @throws NonFiniteLossException if a figure that is maximized or minimized is not finite
     */
    public void evaluateIfDue(Supplier<Evaluation> evaluation) {
        if (evaluates()) {
            evaluation(loop.run().workspace().scoped(evaluation));
        }
    }

    /**
     * Records an evaluation after this step. By its figures the best parameters are kept and the loop ends early, if asked for.
     *
     * @param evaluation its figures
     * @throws NonFiniteLossException if a figure that is maximized or minimized is not finite
     */
    public void evaluation(Evaluation evaluation) {
        requireOpen();
        if (this.evaluation != null) {
            throw new IllegalStateException(
                    "step " + number + " was already evaluated; record one evaluation per step");
        }
        evaluation.figures().forEach((name, value) -> {
            if (evaluation.goals().containsKey(name)) {
                requireFinite("the evaluation's '" + name + "'", value);
            }
        });
        this.evaluation = evaluation;
    }

    /**
     * Returns the figures recorded so far.
     *
     * @return figures by name, in the order of their recording; a view
     */
    public Map<String, Double> figures() {
        return Collections.unmodifiableMap(figures);
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("step " + number + " has ended; use the step of the current iteration");
        }
    }

    /** Ends the step: nothing can be recorded any more. */
    void end() {
        if (figures.isEmpty()) {
            throw new IllegalStateException(
                    "step " + number + " ended without an update; call step.update(optimizer, loss) in the loop");
        }
        throughput = ThroughputStats.of(tokens, bytes, seconds, OptionalDouble.empty());
        if (tokens > 0) {
            throughput.asRecord().forEach(this::detail);
        } else {
            detail("step_time_s", seconds);
        }
        ended = true;
    }

    /** The figures that lines of the log show; throughput is shown by itself. */
    Map<String, Double> shown() {
        Map<String, Double> shown = new LinkedHashMap<>(figures);
        shown.keySet().removeAll(details);
        return shown;
    }

    @Nullable
    Evaluation evaluation() {
        return evaluation;
    }

    @Nullable
    ThroughputStats throughput() {
        return throughput;
    }
}
