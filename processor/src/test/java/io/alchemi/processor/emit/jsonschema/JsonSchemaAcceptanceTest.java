package io.alchemi.processor.emit.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.alchemi.processor.emit.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a validator says about documents, one row each. */
class JsonSchemaAcceptanceTest {
    private static final SchemaRegistry DRAFT_7 = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    private static final String TEXT = JsonSchema.of(Schemas.rich());
    private static final Schema SCHEMA = DRAFT_7.getSchema(TEXT);

    /** A document that is accepted; {@code %s} stands for further keys. */
    private static final String ROOT = "{'train': {'epochs': 1}, 'data': {'path': 'x'}, 'metrics': {}%s}";

    @Test
    void bothSchemasAreDraft7() {
        Schema meta = DRAFT_7.getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));

        assertThat(meta.validate(TEXT, InputFormat.JSON)).isEmpty();
        assertThat(meta.validate(JsonSchema.of(Schemas.small()), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '~', textBlock = """
            accept ~ {}
            accept ~ null
            accept ~ {'seed': 0}
            accept ~ {'seed': 64.0}
            accept ~ {'seed': 1e3}
            accept ~ {'seed': 9223372036854775807}
            reject ~ {'seed': 9223372036854775808}
            reject ~ {'seed': -1}
            reject ~ {'seed': 0.5}
            reject ~ {'seed': '0'}
            reject ~ {'seed': true}
            reject ~ {'seed': null}
            accept ~ {'device': 'auto'}
            accept ~ {'device': 'cuda:12'}
            accept ~ {'device': 'mps'}
            reject ~ {'device': 'gpu'}
            reject ~ {'device': 'xcpu'}
            reject ~ {'device': 'cpux'}
            reject ~ {'device': 0}
            accept ~ {'dtype': 'float32'}
            accept ~ {'dtype': 'fp32'}
            accept ~ {'dtype': 'FP32'}
            accept ~ {'dtype': 'Float64'}
            accept ~ {'dtype': 'dOUBLE'}
            reject ~ {'dtype': 'float3'}
            reject ~ {'dtype': 'float322'}
            reject ~ {'dtype': null}
            accept ~ {'amp_dtype': null}
            accept ~ {'amp_dtype': 'half'}
            accept ~ {'amp_dtype': 'bfloat16'}
            reject ~ {'amp_dtype': 'HALF'}
            reject ~ {'amp_dtype': 'BFLOAT16'}
            reject ~ {'amp_dtype': 16}
            accept ~ {'deterministic': true}
            reject ~ {'deterministic': 'yes'}
            reject ~ {'deterministic': 1}
            reject ~ {'sede': 1}
            reject ~ {'x-note': 1}
            reject ~ []
            reject ~ 'cpu'
            """)
    void theGlobalBlock(String verdict, String block) {
        check(verdict, ROOT.formatted(", 'global': " + block));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '~', textBlock = """
            accept ~ 'warmup': 0
            accept ~ 'warmup': 32767
            reject ~ 'warmup': 32768
            reject ~ 'warmup': null
            accept ~ 'n_epochs': 2
            reject ~ 'n_epochs': 0
            accept ~ 'learning_rate': 1
            reject ~ 'learning_rate': 0
            accept ~ 'lr': 1e-3
            reject ~ 'lr': '1e-3'
            accept ~ 'betas': []
            accept ~ 'betas': [0, 0.5, 0.99]
            reject ~ 'betas': [0, 1]
            reject ~ 'betas': [-0.1]
            reject ~ 'betas': ['0']
            reject ~ 'betas': [null]
            reject ~ 'betas': null
            reject ~ 'betas': 0.5
            reject ~ 'betas': {}
            accept ~ 'schedule': 'cosine'
            reject ~ 'schedule': 'Cosine'
            reject ~ 'schedule': null
            accept ~ 'second_schedule': null
            accept ~ 'second_schedule': 'constant'
            reject ~ 'second_schedule': 'x'
            accept ~ 'grad_clip': null
            accept ~ 'grad_clip': 0.1
            reject ~ 'grad_clip': 0
            accept ~ 'mask_path': 'x/y.json'
            accept ~ 'mask_path': null
            reject ~ 'mask_path': ''
            reject ~ 'mask_path': 5
            accept ~ 'early_stopping': null
            accept ~ 'early_stopping': {}
            accept ~ 'early_stopping': {'patience': 1000, 'min_delta': 0}
            reject ~ 'early_stopping': {'patience': 1001}
            reject ~ 'early_stopping': {'patience': null}
            reject ~ 'early_stopping': []
            accept ~ 'momentum': {'any': ['thing', null]}
            accept ~ 'momentum': null
            accept ~ 'seed': 7
            reject ~ 'seed': -7
            reject ~ 'seed': null
            """)
    void aSection(String verdict, String key) {
        check(verdict, "{'train': {'epochs': 1, %s}, 'data': {'path': 'x'}, 'metrics': {}}".formatted(key));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '~', textBlock = """
            reject ~ 'path': ''
            accept ~ 'level': 9
            reject ~ 'level': 10
            reject ~ 'level': 0
            accept ~ 'sensor': ''
            reject ~ 'sensor': 64
            accept ~ 'code': 'AB-12'
            accept ~ 'code': null
            reject ~ 'code': 'AB-12x'
            reject ~ 'code': 'xAB-12'
            accept ~ 'tags': ['a', '']
            reject ~ 'tags': [1]
            accept ~ 'offsets': null
            accept ~ 'offsets': {}
            accept ~ 'offsets': {'blue band': -1.5}
            reject ~ 'offsets': {'blue': null}
            reject ~ 'offsets': {'blue': '1'}
            reject ~ 'offsets': []
            accept ~ 'grid': null
            accept ~ 'grid': {}
            accept ~ 'grid': {'start': 400}
            reject ~ 'grid': {'step': 0}
            reject ~ 'grid': {'begin': 400}
            """)
    void aSectionWithCollectionsAndADefaultForAnother(String verdict, String key) {
        check(verdict, "{'train': {'epochs': 1}, 'data': {'path': 'x', %s}, 'metrics': {}}".formatted(key));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '~', textBlock = """
            accept ~ ''
            accept ~ , '$schema': 'schemas/train.demo.schema.json'
            accept ~ , 'x-anchors': {'any': ['thing']}
            reject ~ , 'xanchors': {}
            reject ~ , 'epochs': 1
            accept ~ , 'tracker': ['any', 'thing']
            accept ~ , 'augmentations': []
            accept ~ , 'augmentations': [{}, {'noise': 0}, null]
            reject ~ , 'augmentations': [{'noise': -1}]
            reject ~ , 'augmentations': null
            reject ~ , 'augmentations': {}
            accept ~ , 'stage': null
            accept ~ , 'stage': {'next': {'next': {'steps': 3}}}
            reject ~ , 'stage': {'next': {'next': {'steps': 0}}}
            accept ~ , 'stopping': {'patience': 3}
            accept ~ , 'stopping': null
            reject ~ , 'stopping': {'patience': 0}
            accept ~ , 'trainer': {'loop': {'epochs': 1}}
            reject ~ , 'trainer': {'loop': {'epochs': 0}}
            reject ~ , 'trainer': {'loop': {'steps': 1}}
            reject ~ , 'trainer': {'steps': 1}
            """)
    void theRoot(String verdict, String keys) {
        check(verdict, ROOT.formatted(keys.equals("''") ? "" : keys));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '~', textBlock = """
            reject ~ {}
            reject ~ null
            reject ~ []
            reject ~ {'train': {'epochs': 1}, 'data': {'path': 'x'}}
            accept ~ {'train': {'epochs': 1}, 'data': {'path': 'x'}, 'metrics': null}
            accept ~ {'train': {'epochs': 1}, 'data': {'path': 'x'}, 'metrics': {'a': {'kind': 'l1', 'weight': 2}}}
            reject ~ {'train': {'epochs': 1}, 'data': {'path': 'x'}, 'metrics': {'a': {'weight': 2}}}
            reject ~ {'train': {'epochs': 1}, 'data': {'path': 'x'}, 'metrics': {'a': null}}
            reject ~ {'train': {}, 'data': {'path': 'x'}, 'metrics': {}}
            reject ~ {'train': null, 'data': {'path': 'x'}, 'metrics': {}}
            reject ~ {'data': {'path': 'x'}, 'metrics': {}}
            accept ~ {'train': {'n_epochs': 1}, 'data': {'path': 'x'}, 'metrics': {}}
            accept ~ {'training': {'max_epochs': 1}, 'data': {'path': 'x'}, 'metrics': {}}
            reject ~ {'training': {}, 'data': {'path': 'x'}, 'metrics': {}}
            reject ~ {'training': {'epochs': 0}, 'data': {'path': 'x'}, 'metrics': {}}
            accept ~ {'trainer': {'loop': {'epochs': 1}}, 'data': {'path': 'x'}, 'metrics': {}}
            accept ~ {'trainer': {'loop': {'epochs': 1}}, 'train': null, 'data': {'path': 'x'}, 'metrics': {}}
            reject ~ {'trainer': {'loop': null}, 'data': {'path': 'x'}, 'metrics': {}}
            reject ~ {'train': {'epochs': 1}, 'data': {}, 'metrics': {}}
            reject ~ {'train': {'epochs': 1}, 'data': null, 'metrics': {}}
            accept ~ {'train': {'epochs': 1, 'data_path': 'x'}, 'metrics': {}}
            accept ~ {'train': {'epochs': 1, 'data_path': 'x'}, 'data': {'level': 1}, 'metrics': {}}
            accept ~ {'training': {'epochs': 1, 'data_path': 'x'}, 'data': null, 'metrics': {}}
            reject ~ {'train': {'epochs': 1, 'data_path': ''}, 'metrics': {}}
            """)
    void requiredKeys(String verdict, String document) {
        check(verdict, document);
    }

    private static void check(String verdict, String document) {
        boolean accepted =
                SCHEMA.validate(document.replace('\'', '"'), InputFormat.JSON).isEmpty();
        assertThat(accepted ? "accept" : "reject").as(document).isEqualTo(verdict);
    }
}
