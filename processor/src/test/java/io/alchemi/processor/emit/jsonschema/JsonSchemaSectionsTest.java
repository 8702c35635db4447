package io.alchemi.processor.emit.jsonschema;

import static io.alchemi.processor.emit.RecordBuilder.record;
import static io.alchemi.processor.emit.RecordBuilder.schema;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.processor.emit.RecordBuilder;
import org.junit.jupiter.api.Test;

/** Sections that share a record, a name or a former key. */
class JsonSchemaSectionsTest {
    private static final ValueType INT = new ScalarType(ScalarKind.INT);

    @Test
    void recordsOfOneSimpleNameAreTwoDefinitions() {
        String text = JsonSchema.of(schema(
                root().key("first", new RecordType("a.Part"), "").key("second", new RecordType("b.Part"), ""),
                record("a.Part", "").key("x", INT, ""),
                record("b.Part", "").key("y", INT, "")));

        assertThat(text).contains("\"#/definitions/Part\"", "\"#/definitions/b.Part\"");
        assertAccepts(text, "{'first': {'x': 1}, 'second': {'y': 1}}");
        assertRejects(text, "{'first': {'y': 1}, 'second': {'y': 1}}");
    }

    @Test
    void aFormerKeyIsKnownOnlyInTheSectionWhereItStood() {
        String text = JsonSchema.of(schema(
                root().moved("first.old", "seed")
                        .key("seed", INT, "")
                        .orElse("1")
                        .key("first", new RecordType("a.Part"), "")
                        .key("second", new RecordType("a.Part"), ""),
                record("a.Part", "").key("x", INT, "")));

        assertAccepts(text, "{'first': {'x': 1, 'old': 2}, 'second': {'x': 1}}");
        assertRejects(text, "{'first': {'x': 1, 'old': 'two'}, 'second': {'x': 1}}");
        assertRejects(text, "{'first': {'x': 1}, 'second': {'x': 1, 'old': 2}}");
    }

    @Test
    void aSharedRecordMovesItsKeysInOneDefinition() {
        String text = JsonSchema.of(schema(
                root().key("first", new RecordType("a.Part"), "").key("second", new RecordType("a.Part"), ""),
                record("a.Part", "")
                        .moved("x", "inner.x")
                        .key("y", INT, "")
                        .key("inner", new RecordType("a.Inner"), ""),
                record("a.Inner", "").key("x", INT, "")));

        assertThat(text).containsOnlyOnce("Moved to `inner.x`.");
        assertAccepts(text, "{'first': {'x': 1, 'y': 2}, 'second': {'y': 1, 'inner': {'x': 3}}}");
        assertRejects(text, "{'first': {'x': 'one', 'y': 2}, 'second': {'y': 1, 'inner': {'x': 3}}}");
        assertRejects(text, "{'first': {'y': 2}, 'second': {'y': 1, 'inner': {'x': 3}}}");
        assertRejects(text, "{'x': 1, 'first': {'x': 1, 'y': 2}, 'second': {'y': 1, 'inner': {'x': 3}}}");
    }

    @Test
    void aFormerKeyThatCreatesANullableSectionWantsItsOtherKeys() {
        String text = JsonSchema.of(schema(
                root().moved("old", "part.x")
                        .key("part", new RecordType("a.Part"), "")
                        .nullable(),
                record("a.Part", "").key("x", INT, "").orElse("1").key("y", INT, "")));

        assertAccepts(text, "{}");
        assertAccepts(text, "{'old': 1, 'part': {'y': 2}}");
        assertRejects(text, "{'old': 1}");
    }

    @Test
    void aRequiredKeyThatMovedIntoANullableSectionIsWantedOnlyWithTheSection() {
        String text = JsonSchema.of(schema(
                root().moved("x", "part.x")
                        .key("part", new RecordType("a.Part"), "")
                        .nullable(),
                record("a.Part", "").key("x", INT, "").key("y", INT, "").orElse("1")));

        assertAccepts(text, "{}");
        assertAccepts(text, "{'part': null}");
        assertAccepts(text, "{'part': {'x': 1}}");
        assertAccepts(text, "{'x': 1, 'part': {'y': 1}}");
        assertRejects(text, "{'part': {'y': 1}}");
    }

    @Test
    void aSectionThatHasMovedMayStandAtItsFormerPlace() {
        String text = JsonSchema.of(schema(
                root().moved("old", "part").key("part", new RecordType("a.Part"), ""),
                record("a.Part", "").key("x", INT, "")));

        assertAccepts(text, "{'old': {'x': 1}}");
        assertAccepts(text, "{'part': {'x': 1}}");
        assertRejects(text, "{'old': {}}");
        assertRejects(text, "{'part': null}");
        assertRejects(text, "{}");
    }

    @Test
    void aDefaultOfASectionGivesWhatTheRecordRequiresAtAnyDepth() {
        String text = JsonSchema.of(schema(
                root().key("outer", new RecordType("a.Outer"), "").orElse("{inner: {x: 1}}"),
                record("a.Outer", "").key("inner", new RecordType("a.Inner"), ""),
                record("a.Inner", "").key("x", INT, "")));

        assertAccepts(text, "{}");
        assertAccepts(text, "null");
        assertAccepts(text, "{'outer': {'inner': null}}");
        assertRejects(text, "{'outer': {'inner': {'x': null}}}");
    }

    @Test
    void aRecordMayHoldAListOfItself() {
        String text = JsonSchema.of(schema(
                root().key("tree", new RecordType("a.Node"), ""),
                record("a.Node", "")
                        .key("x", INT, "")
                        .key("nodes", new ListType(new RecordType("a.Node")), "")
                        .orElse("[]")));

        assertAccepts(text, "{'tree': {'x': 1, 'nodes': [{'x': 2, 'nodes': [{'x': 3}]}]}}");
        assertRejects(text, "{'tree': {'x': 1, 'nodes': [{'x': 2, 'nodes': [{}]}]}}");
    }

    private static RecordBuilder root() {
        return record("a.Root", "").root("a.root");
    }

    private static void assertAccepts(String schema, String document) {
        assertThat(isAccepted(schema, document)).as(document).isTrue();
    }

    private static void assertRejects(String schema, String document) {
        assertThat(isAccepted(schema, document)).as(document).isFalse();
    }

    private static boolean isAccepted(String schema, String document) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema)
                .validate(document.replace('\'', '"'), InputFormat.JSON)
                .isEmpty();
    }
}
