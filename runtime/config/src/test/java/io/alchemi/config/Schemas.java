package io.alchemi.config;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaTextReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Schemas built by hand, in the text form of the description. */
final class Schemas {
    private Schemas() {}

    /** The schema of several records, the root first, separated by blank lines. */
    static Schema of(String texts) {
        Map<String, RecordSchema> records = new LinkedHashMap<>();
        for (String text : texts.split("\n\n")) {
            RecordSchema record = SchemaTextReader.read("alchemi 1\n" + text.strip() + "\n");
            records.put(record.type(), record);
        }
        Docs docs = Docs.empty();
        docs.putKey("batch_size", "samples per optimizer step. Larger is faster.");
        return new Schema(records.values().iterator().next(), records, type -> docs);
    }

    /** A schema with a key of every kind. */
    static Schema everything() {
        return of("""
                record t.Experiment
                schema test.everything file test*.yaml
                moved train.seed global.seed
                moved old_section.rate train.lr
                key global global record t.Global
                key train train record t.Train
                key bands bands list record t.Band default []
                key limits limits map int min 0 default {}
                key early_stopping earlyStopping record t.Band nullable

                record t.Global
                global ALCHEMI_GLOBAL
                key seed seed int default 42 min 0
                key device device text default auto matches auto|cpu|cuda(:[0-9]+)? "auto, cpu, cuda or cuda:N" suggest auto suggest cpu suggest cuda
                key dtype dtype enum t.DType default float32
                key deterministic deterministic boolean default false
                enum t.DType ignorecase
                constant FLOAT32 float32 fp32 float
                constant FLOAT64 float64 fp64 double

                record t.Train
                key batch_size batchSize int default 64 min 1 alias bs
                key lr lr double default 3e-4 over 0 max 1
                key steps steps long default 1000
                key name name text default run
                key note note text nullable
                key mode mode enum t.Mode default mae
                key mask_path maskPath path nullable default checkpoints/mask.json
                key betas betas list double default "[0.9, 0.999]" min 0 under 1
                key tags tags list text default []
                key fast fast boolean default false
                key patience patience int nullable
                retired workers "data are made in the process"
                enum t.Mode
                constant MAE mae
                constant REAL real

                record t.Band
                key center center double example 1020
                key width width double default 10 over 0
                """);
    }
}
