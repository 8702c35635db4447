package io.alchemi.training.session;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.types.DataType;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.training.array.Workspace;
import java.util.Locale;
import java.util.Map;

/**
 * The run-wide settings, resolved for this machine.
 *
 * @param seed base of all randomness
 * @param device device to compute on
 * @param dataType type of parameters and arithmetic
 * @param deterministic true if the same seed gives the same bits whatever operations a trainer uses
 */
public record Session(long seed, Device device, DataType dataType, boolean deterministic) {

    /**
     * Applies the settings to this machine: device, data type, seed of the engine, and one thread for determinism.
     *
     * @param runtime the global block with its origins
     * @param autocast the keys that enable autocast, by path
     * @throws ConfigException with every setting that this machine does not support, at its location
     */
    public static Session open(Loaded<RuntimeConfig> runtime, Map<String, SourceLocation> autocast) {
        TensorEngine.prepare();
        RuntimeConfig wanted = runtime.value();
        Diagnostics problems = new Diagnostics();
        Device device = device(wanted.device(), runtime.node("device").place(), problems);
        DataType dataType = dataType(wanted.dtype(), runtime.node("dtype").place(), problems);
        autocast.forEach((path, place) -> problems.add(refusal(
                place, "'" + path + "' is true, but the tensor engine has no autocast, on any device", "write false")));
        if (wanted.deterministic() && device.isGpu()) {
            problems.add(refusal(
                    runtime.node("deterministic").place(),
                    "the tensor engine cannot be restricted to reproducible kernels on a GPU",
                    "write false, or use device: cpu"));
        }
        if (problems.hasErrors()) {
            throw new ConfigException(problems.sorted());
        }
        if (wanted.deterministic()) {
            TensorEngine.useThreads(1);
        }
        TensorEngine.seed(wanted.seed(), 0);
        return new Session(wanted.seed(), device, dataType, wanted.deterministic());
    }

    /** Opens a workspace with the device and the data type of the run. The caller must close it. */
    public Workspace workspace() {
        return new Workspace(device, dataType);
    }

    /** Returns the name of the device as in a configuration: {@code cpu}, {@code cuda:0}. */
    public String deviceName() {
        return device.isGpu() ? "cuda:" + device.getDeviceId() : "cpu";
    }

    private static Device device(String name, SourceLocation place, Diagnostics problems) {
        String lower = name.toLowerCase(Locale.ROOT);
        int gpus = name.equals("cpu") ? 0 : Engine.getInstance().getGpuCount();
        if (lower.equals("auto") || lower.equals("cuda_if_available")) {
            return gpus > 0 ? Device.gpu() : Device.cpu();
        }
        if (name.equals("cpu")) {
            return Device.cpu();
        }
        if (name.equals("mps")) {
            problems.add(refusal(place, "this machine has no 'mps' device for the tensor engine", "use cpu or auto"));
            return Device.cpu();
        }
        int number = name.equals("cuda") ? 0 : Integer.parseInt(name.substring("cuda:".length()));
        if (number >= gpus) {
            String count = gpus == 0
                    ? "no GPU that the tensor engine can use"
                    : gpus + (gpus == 1 ? " GPU, cuda:0" : " GPUs, numbered from 0");
            problems.add(refusal(
                    place, "device '" + name + "' does not exist: this machine has " + count, "use cpu or auto"));
        }
        return Device.gpu(number);
    }

    private static DataType dataType(DType dtype, SourceLocation place, Diagnostics problems) {
        if (dtype == DType.FLOAT64) {
            return DataType.FLOAT64;
        }
        if (dtype != DType.FLOAT32) {
            problems.add(refusal(
                    place,
                    "the tensor engine cannot train in " + dtype.name().toLowerCase(Locale.ROOT) + " here",
                    "use float32 or float64"));
        }
        return DataType.FLOAT32;
    }

    private static Diagnostic refusal(SourceLocation place, String message, String label) {
        return new Diagnostic(DiagnosticId.MACHINE, place, message, label);
    }
}
