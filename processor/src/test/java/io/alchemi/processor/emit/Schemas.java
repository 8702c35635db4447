package io.alchemi.processor.emit;

import static io.alchemi.processor.emit.RecordBuilder.record;
import static io.alchemi.processor.emit.RecordBuilder.schema;

import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import java.util.List;

/** Descriptions for the tests of the emitters. */
public final class Schemas {
    private static final ValueType TEXT = new ScalarType(ScalarKind.STRING);
    private static final ValueType INT = new ScalarType(ScalarKind.INT);
    private static final ValueType LONG = new ScalarType(ScalarKind.LONG);
    private static final ValueType NUMBER = new ScalarType(ScalarKind.DOUBLE);
    private static final ValueType SWITCH = new ScalarType(ScalarKind.BOOLEAN);

    private static final EnumSchema DTYPE = new EnumSchema(
            "lab.Dtype",
            true,
            List.of(
                    new Constant("FLOAT32", "float32", List.of("fp32", "float"), null),
                    new Constant("FLOAT64", "float64", List.of("fp64", "double"), null)));
    private static final EnumSchema AMP = new EnumSchema(
            "lab.AmpDtype",
            false,
            List.of(
                    new Constant("FLOAT16", "float16", List.of("half"), null),
                    new Constant("BFLOAT16", "bfloat16", List.of("bf16"), null)));
    private static final EnumSchema SCHEDULE = new EnumSchema(
            "lab.Schedule",
            false,
            List.of(
                    new Constant("CONSTANT", "constant", List.of(), null),
                    new Constant("COSINE", "cosine", List.of(), null)));
    private static final EnumSchema LOSS = new EnumSchema(
            "lab.Loss",
            false,
            List.of(new Constant("L1", "l1", List.of(), null), new Constant("L2", "l2", List.of(), null)));

    private Schemas() {}

    /** Small enough to be read as a whole. */
    public static Schema small() {
        return schema(
                record("demo.Denoise", "Removes noise from spectra.\n\nOne network, one noise level.")
                        .root("demo.denoise", "denoise*.yaml")
                        .moved("model.seed", "seed")
                        .key("seed", LONG, "start of all random numbers")
                        .atLeast(0)
                        .orElse("42")
                        .flag("seed", "s")
                        .key("input", new ScalarType(ScalarKind.INPUT), "spectra to learn from, one a row")
                        .example("data/spectra.csv")
                        .key("model", new RecordType("demo.Model"), "the network"),
                record("demo.Model", "A stack of equal layers.")
                        .key("width", INT, "units of a layer")
                        .atLeast(1)
                        .orElse("64")
                        .alias("hidden")
                        .key("activation", ACTIVATION, "what stands between layers", "max(0, x)", "smooth everywhere")
                        .orElse("gelu")
                        .key("dropout", NUMBER, "share of units that are silenced, or null for none")
                        .bounds(0, false, 1, true)
                        .nullable()
                        .retired("bias", "layers always have one"));
    }

    private static final EnumSchema ACTIVATION = new EnumSchema(
            "demo.Activation",
            false,
            List.of(new Constant("RELU", "relu", List.of(), null), new Constant("GELU", "gelu", List.of(), null)));

    /** Holds everything that a description can say. */
    public static Schema rich() {
        return schema(experiment(), runtime(), train(), stopping(), data(), grid(), metric(), augmentation(), stage());
    }

    private static RecordBuilder experiment() {
        return record(
                        "lab.Experiment",
                        "One training run, from data to checkpoint. A longer explanation follows the first sentence, "
                                + "e.g. which `data` it wants.\n\nEverything is in one file.")
                .root("train.demo", "train.demo*.yaml", "demo/*.yaml")
                .moved("train.seed", "global.seed")
                .moved("trainer.loop.epochs", "train.epochs")
                .moved("train.data_path", "data.path")
                .moved("stopping", "train.early_stopping")
                .key("global", new RecordType("lab.RuntimeConfig"), "run-wide settings")
                .key("train", new RecordType("lab.TrainConfig"), "the training loop")
                .alias("training")
                .key("data", new RecordType("lab.DataConfig"), "where the spectra come from")
                .key("metrics", new MapType(new RecordType("lab.Metric")), "what is measured, by name")
                .example("{angle: {kind: l2}}")
                .key("augmentations", new ListType(new RecordType("lab.Augmentation")), "applied in this order")
                .orElse("[]")
                .key("stage", new RecordType("lab.Stage"), "a chain of stages, or null for none")
                .nullable()
                .retired("tracker", "runs are recorded in the run folder");
    }

    private static RecordBuilder runtime() {
        return record("lab.RuntimeConfig", "Settings that every trainer shares.")
                .global("ALCHEMI_GLOBAL")
                .key("seed", LONG, "start of all random numbers")
                .atLeast(0)
                .orElse("42")
                .flag("seed", "s")
                .key("device", TEXT, "where to compute")
                .matches("auto|cpu|cuda(:[0-9]+)?|mps", "one of auto, cpu, cuda, cuda:N or mps")
                .suggest("auto", "the best device there is")
                .suggest("cpu", "no GPU")
                .suggest("cuda", "the first GPU")
                .orElse("auto")
                .flag("device", "")
                .key("dtype", DTYPE, "type of parameters and arithmetic", "single precision", "double precision")
                .orElse("float32")
                .key("amp_dtype", AMP, "type of autocast; null: off", "IEEE half", "brain float")
                .nullable()
                .key("deterministic", SWITCH, "use deterministic kernels only")
                .orElse("false");
    }

    private static RecordBuilder train() {
        return record("lab.TrainConfig", "How the parameters are found.")
                .rule("warmup must be shorter than the training", "warmup", "epochs")
                .key("epochs", INT, "passes over the data")
                .alias("n_epochs", "max_epochs")
                .atLeast(1)
                .example("20")
                .flag("epochs", "e")
                .key("warmup", new ScalarType(ScalarKind.SHORT), "epochs of slow start")
                .atLeast(0)
                .orElse("0x2")
                .key("learning_rate", NUMBER, "step size. Scaled by the schedule, see `schedule`.")
                .moreThan(0)
                .orElse("1e-3")
                .alias("lr")
                .key("betas", new ListType(NUMBER), "decay of the moments of Adam")
                .bounds(0, false, 1, true)
                .orElse("[0.9, 0.999]")
                .key("schedule", SCHEDULE, "how the step size goes", "never changes", "falls to zero like a cosine")
                .orElse("cosine")
                .key("second_schedule", SCHEDULE, "of the second half, or null for the same")
                .nullable()
                .orElse("constant")
                .key("grad_clip", NUMBER, "greatest norm of a gradient, or null for any")
                .moreThan(0)
                .nullable()
                .key(
                        "mask_path",
                        new ScalarType(ScalarKind.PATH),
                        "where the first mask is written, or null to keep none")
                .nullable()
                .orElse("checkpoints/mask.json")
                .key("early_stopping", new RecordType("lab.Stopping"), "when to stop early, or null for never")
                .nullable()
                .retired("momentum", "use 'betas'; Adam | AdamW have two");
    }

    private static RecordBuilder stopping() {
        return record("lab.Stopping", "Stops when nothing improves any more.")
                .key("patience", INT, "epochs to wait")
                .bounds(1, false, 1000, false)
                .orElse("10")
                .key("min_delta", new ScalarType(ScalarKind.FLOAT), "least improvement that counts")
                .orElse(".5");
    }

    private static RecordBuilder data() {
        return record("lab.DataConfig", "Spectra and how they are read.")
                .key("path", new ScalarType(ScalarKind.INPUT), "table of spectra")
                .example("data/spectra.csv")
                .key("loss", LOSS, "distance of two spectra", "sum of | differences |", "euclidean")
                .orElse("l1")
                .key("level", new ScalarType(ScalarKind.BYTE), "of compression")
                .bounds(0, true, 10, true)
                .orElse("6")
                .key("sensor", TEXT, "name of the sensor")
                .orElse("'emit: 1'")
                .key("code", TEXT, "laboratory code, or null for none")
                .matches("[A-Z]{2}-[0-9]+", "a code such as AB-12")
                .nullable()
                .key("tags", new ListType(TEXT), "free tags")
                .orElse("[]")
                .key("offsets", new MapType(NUMBER), "added to a band, by its name")
                .orElse("{blue: 0.5}")
                .key("grid", new RecordType("lab.Grid"), "wavelengths in nm")
                .orElse("{start: 380, stop: 780}");
    }

    private static RecordBuilder grid() {
        return record("lab.Grid", "An even grid.")
                .key("start", NUMBER, "first")
                .example("0")
                .key("stop", NUMBER, "last")
                .example("1")
                .key("step", NUMBER, "distance")
                .moreThan(0)
                .orElse("5");
    }

    private static RecordBuilder metric() {
        return record("lab.Metric", "One metric.")
                .key("kind", LOSS, "formula", "mean absolute error", "root mean square error")
                .example("l2")
                .key("weight", NUMBER, "factor")
                .orElse("1");
    }

    private static RecordBuilder augmentation() {
        return record("lab.Augmentation", "One change of a spectrum.")
                .key("noise", NUMBER, "standard deviation")
                .atLeast(0)
                .orElse("0.01");
    }

    private static RecordBuilder stage() {
        return record("lab.Stage", "One stage; stages may follow each other.")
                .key("steps", INT, "length")
                .atLeast(1)
                .orElse("100")
                .key("next", new RecordType("lab.Stage"), "what follows, or null for the end")
                .nullable();
    }
}
