package io.alchemi.processor.emit.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.alchemi.processor.emit.LanguageSchema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unions, lists and maps with a length, and strings with a pattern, in the JSON Schema. */
class JsonSchemaUnionsTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(JsonSchema.of(LanguageSchema.get()));
    private static final Schema FORMS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(JsonSchema.of(LanguageSchema.forms()));

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '~', textBlock = """
            accept ~ 'second': {'type': 'sgd'}
            accept ~ 'second': null
            reject ~ 'second': {}
            reject ~ 'second': {'type': 'adam'}
            reject ~ 'second': {'type': 'ada', 'lr': 1}
            reject ~ 'second': {'type': 'sgd', 'decay': 1}
            reject ~ 'second': 'sgd'
            accept ~ 'steps': [{'type': 'sgd', 'rate': 1, 'momentum': 0.9}]
            reject ~ 'steps': [{'lr': 1}]
            reject ~ 'steps': []
            reject ~ 'steps': [null]
            """)
    void aTagSaysWhichBranchItIs(String verdict, String key) {
        check(verdict, key);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '~', textBlock = """
            accept ~ 'optimizer': {}
            accept ~ 'optimizer': {'betas': [0, 0.5]}
            accept ~ 'optimizer': {'type': 'adam'}
            reject ~ 'optimizer': {'decay': 1}
            reject ~ 'optimizer': {'type': 'adamw'}
            accept ~ 'optimizer': {'type': 'adamw', 'decay': 1}
            accept ~ 'opt': {'betas': [0, 0.5]}
            reject ~ 'optimizer': null
            accept ~ 'given': {'inner': {'decay': 2}}
            accept ~ 'given': {'inner': {'type': 'adam'}}
            reject ~ 'given': {'inner': {'betas': [0, 0.5]}}
            """)
    void withoutATagItIsTheBranchOfTheDefault(String verdict, String key) {
        check(verdict, key);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '~', textBlock = """
            accept ~ 'grids': [{'start': 1, 'stop': 2}, [1], 'emit']
            reject ~ 'grids': [{'start': 1}]
            reject ~ 'grids': [[]]
            reject ~ 'grids': ['other']
            reject ~ 'grids': [1]
            reject ~ 'grids': [null]
            accept ~ 'short_grid': null
            accept ~ 'other_grid': {'num': 3}
            accept ~ 'size': {'first': [1, [2, {'first': 3, 'second': []}]]}
            reject ~ 'size': {'first': [1, [2, {'first': 0}]]}
            accept ~ 'tree': {'kind': 'split', 'left': {'kind': 'leaf', 'value': 1}, 'last': null}
            reject ~ 'tree': {'kind': 'split', 'left': null}
            """)
    void theKindSaysWhichBranchItIs(String verdict, String key) {
        check(verdict, key);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '~', textBlock = """
            accept ~ {}
            accept ~ {'cache': {}}
            accept ~ {'cache': {'timeout': '1s'}}
            accept ~ {'cache': {'path': 'a'}}
            reject ~ {'cache': {'file': 'a', 'timeout': '1s'}}
            reject ~ {'cache': {'file': 'a', 'url': 'b'}}
            reject ~ {'cache': {'s3': null}}
            accept ~ {'cache': {'s3': {'name': 'a'}, 'region': 1}}
            accept ~ {'backup': null}
            reject ~ {'backup': {}}
            reject ~ {'backup': {'compress': true}}
            reject ~ {'backup': {'url': 'a'}}
            accept ~ {'copy': {'from': {'compress': true}}}
            accept ~ {'copy': {'from': {'token': 'a'}}}
            reject ~ {'copy': {'from': {'timeout': '1s'}}}
            reject ~ {'copy': {'to': {'token': 'a'}}}
            accept ~ {'sources': [{'file': 'a'}, {'url': 'a', 'token': 'b'}]}
            reject ~ {'sources': [{'compress': true}]}
            """)
    void theKeysSayWhichBranchItIs(String verdict, String document) {
        checkForms(verdict, document);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '~', textBlock = """
            accept ~ {'port': 8080}
            accept ~ {'port': 64.0}
            accept ~ {'port': 'https'}
            reject ~ {'port': '8080'}
            reject ~ {'port': 0}
            reject ~ {'port': 1.5}
            reject ~ {'port': true}
            reject ~ {'port': null}
            accept ~ {'levels': [0.5, 'info', false, [1], {'low': 1, 'high': 2}]}
            reject ~ {'levels': ['x']}
            reject ~ {'levels': [-1]}
            """)
    void theTypeOfAScalarSaysWhichBranchItIs(String verdict, String document) {
        checkForms(verdict, document);
    }

    private static void checkForms(String verdict, String document) {
        String source = "{'source': {'file': 'a'}" + (document.equals("{}") ? "" : ", ") + document.substring(1);
        boolean accepted =
                FORMS.validate(source.replace('\'', '"'), InputFormat.JSON).isEmpty();
        assertThat(accepted ? "accept" : "reject").as(document).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '~', textBlock = """
            accept ~ 'betas': [0, 0.5]
            reject ~ 'betas': [0]
            reject ~ 'betas': [0, 0.5, 0.5]
            reject ~ 'betas': [0, 1]
            accept ~ 'names': ['a', 'b', 'c']
            reject ~ 'names': ['a', 'a']
            reject ~ 'names': ['a', 'b', 'c', 'd']
            accept ~ 'rates': {'FP32': 1}
            reject ~ 'rates': {'fp': 1}
            reject ~ 'rates': {}
            reject ~ 'rates': null
            accept ~ 'modes_or_null': null
            reject ~ 'modes_or_null': {}
            accept ~ 'count': 123456789012345678901234567890
            reject ~ 'count': -1
            accept ~ 'word': '\ud83d\ude00\ud83d\ude00'
            reject ~ 'word': '\ud83d\ude00'
            reject ~ 'file': ''
            """)
    void lengthsAndSets(String verdict, String key) {
        check(verdict, "'sizes': {'labels': {'a': 'b'}, " + key + "}");
    }

    private static void check(String verdict, String key) {
        String sizes = key.startsWith("'sizes'") ? "" : "'sizes': {'labels': {'a': 'b'}}, ";
        String steps = key.startsWith("'steps'") ? "" : "'steps': [{'type': 'sgd'}], ";
        String document = "{'times': {'day': '2026-01-31'}, 'grid': 'emit', " + sizes + steps + key + "}";
        boolean accepted =
                SCHEMA.validate(document.replace('\'', '"'), InputFormat.JSON).isEmpty();
        assertThat(accepted ? "accept" : "reject").as(document).isEqualTo(verdict);
    }
}
