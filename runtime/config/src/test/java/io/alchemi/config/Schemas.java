package io.alchemi.config;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaTextReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Schemas built by hand, in the text form of the description. */
public final class Schemas {
    private Schemas() {}

    /** The schema of several records, the root first, separated by blank lines. */
    public static Schema of(String texts) {
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
                key more more record t.More

                record t.Global
                global ALCHEMI_GLOBAL
                key seed seed int default 42 min 0
                key device device string default auto matches auto|cpu|cuda(:[0-9]+)? "auto, cpu, cuda or cuda:N" suggest auto suggest cpu suggest cuda
                key dtype dtype enum t.DType default float32
                key deterministic deterministic boolean default false
                enum t.DType ignorecase
                constant FLOAT32 float32 fp32 float
                constant FLOAT64 float64 fp64 double

                record t.Train
                key batch_size batchSize int default 64 min 1 alias bs
                key lr lr double default 3e-4 over 0 max 1
                key steps steps long default 1000
                key name name string default run
                key note note string nullable
                key mode mode enum t.Mode default mae
                key mask_path maskPath path nullable default checkpoints/mask.json
                key betas betas list double default "[0.9, 0.999]" min 0 under 1
                key tags tags list string default []
                key fast fast boolean default false
                key patience patience int nullable
                retired workers "data are made in the process"
                enum t.Mode
                constant MAE mae
                constant REAL real

                record t.Band
                key center center double example 1020
                key width width double default 10 over 0

                record t.More
                key site site uri nullable
                key pause pause duration default 30s
                key day day date nullable
                key at at instant nullable
                key count count biginteger default 1
                key exact exact bigdecimal default 0.1
                key names names set string default []
                key kinds kinds set enum t.DType default []
                key betas betas list double default "[0.9, 0.999]" minlength 2 maxlength 2
                key word word string default abc minlength 2 maxlength 5
                key rates rates enummap t.DType double default {}
                key layer layer union t.Layer type 2 dense t.Dense conv t.Conv default "{type: dense}"
                key layers layers list union t.Layer type 2 dense t.Dense conv t.Conv default []
                key grid grid union t.Grid "" 3 mapping t.Even sequence t.Listed scalar t.Named default "[1, 2]"
                key width width int default 5 unit nm deprecated "use 'grid'"
                enum t.DType ignorecase
                constant FLOAT32 float32 fp32 float
                constant FLOAT64 float64 fp64 double

                record t.Dense
                key units units int default 8 min 1 alias n

                record t.Conv
                key kernel kernel int example 3
                key units units int default 4 min 1
                retired stride "it is always 1"

                record t.Even
                key start start double example 380
                key stop stop double default 2500

                record t.Listed
                key values values list double min 0 example "[1, 2]"

                record t.Named
                key name name string matches emit|enmap "emit or enmap" suggest emit suggest enmap example emit
                """);
    }
}
