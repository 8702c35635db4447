package io.alchemi.training.run;

import io.alchemi.config.Loaded;
import io.alchemi.training.session.RuntimeConfigMerge;
import io.alchemi.training.session.TensorEngine;
import java.util.LinkedHashMap;
import java.util.Map;

/** Facts that identify a run, in the metadata of its parameters and checkpoints. */
final class RunFacts {
    private RunFacts() {}

    /**
     * Returns the facts that a checkpoint must have so that the run can be resumed from it.
     *
     * @param loaded the configuration in the folder of the run
     */
    static Map<String, String> of(TrainRequest<?> request, Loaded<?> loaded) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("command", request.command());
        facts.put("schema", request.schema().rootFacts().id());
        facts.put("configuration", RunConfiguration.hash(loaded, request.loops()));
        facts.put(
                "seed",
                Long.toString(new RuntimeConfigMerge().of(loaded).value().seed()));
        return facts;
    }

    /** Adds the number of threads, which may change when the run is resumed. */
    static Map<String, String> withThreads(Map<String, String> facts) {
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.put("threads", Integer.toString(TensorEngine.threads()));
        return all;
    }
}
