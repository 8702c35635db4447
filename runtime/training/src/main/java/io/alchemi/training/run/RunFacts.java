package io.alchemi.training.run;

import io.alchemi.config.Loaded;
import io.alchemi.training.session.RuntimeConfigMerge;
import io.alchemi.training.session.TensorEngine;
import java.util.LinkedHashMap;
import java.util.Map;

/** What identifies a run, in the metadata of its parameters and checkpoints. */
final class RunFacts {
    private RunFacts() {}

    /**
     * Returns what a checkpoint must have for the run to go on from it.
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

    /** Returns the facts with the number of threads, which may be another one when the run goes on. */
    static Map<String, String> withThreads(Map<String, String> facts) {
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.put("threads", Integer.toString(TensorEngine.threads()));
        return all;
    }
}
