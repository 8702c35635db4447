package io.alchemi.training.folder;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Facts about this machine that influence results or speed. */
final class Machine {
    private static final Path CPU = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Returns the host name. */
    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            String name = System.getenv("HOSTNAME");
            return name == null ? "localhost" : name;
        }
    }

    /** Returns the model of the processor, or its architecture if the model cannot be read. */
    static String cpu() {
        String model = cpuLine("model name");
        return model.isEmpty() ? System.getProperty("os.arch") : model;
    }

    /**
     * Returns the instruction set that the kernels of PyTorch use. It is determined as in PyTorch
     * (aten/src/ATen/native/DispatchStub.cpp): the environment variable ATEN_CPU_CAPABILITY, else the capabilities of the processor.
     */
    static String capability() {
        String asked = System.getenv("ATEN_CPU_CAPABILITY");
        if (asked != null && !asked.isEmpty()) {
            return asked;
        }
        Set<String> flags = Set.copyOf(Arrays.asList(cpuLine("flags").split(" ")));
        if (flags.containsAll(List.of("avx512f", "avx512bw", "avx512dq", "avx512vl", "fma"))) {
            return "avx512";
        }
        return flags.containsAll(List.of("avx2", "fma")) ? "avx2" : "default";
    }

    private static String cpuLine(String name) {
        if (!Files.isReadable(CPU)) {
            return "";
        }
        try {
            for (String line : Files.readAllLines(CPU, StandardCharsets.UTF_8)) {
                if (line.startsWith(name)) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        } catch (IOException e) {
            return "";
        }
        return "";
    }

    /** Returns the physical memory in units of 10^9 bytes, with one decimal. */
    static double memoryGb() {
        long bytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Math.round(bytes / 1e8) / 10.0;
    }
}
