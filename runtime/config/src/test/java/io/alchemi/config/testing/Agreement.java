package io.alchemi.config.testing;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.YamlReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;

/**
 * Holds a schema's loader and its JSON Schema against each other, document by document.
 *
 * <p>Only refusals that no JSON Schema can say (docs/design.md, rule 5.3) excuse a difference, and only if nothing else is wrong.
 * {@code -Dalchemi.seed=N} begins at a document, {@code -Dalchemi.documents=N} says how many there are.
 */
public final class Agreement {
    private final Schema schema;
    private final com.networknt.schema.Schema jsonSchema;
    private final Function<String, List<Diagnostic>> loader;
    private final MutationTable table;

    /** What both say of a document. */
    public enum Verdict {
        /** Both accept it. */
        ACCEPTED,
        /** Both reject it. */
        REJECTED,
        /** Only loading it shows what is wrong. */
        LOAD_ONLY,
        /** It is no YAML. */
        UNREADABLE
    }

    /**
     * Takes the two sides.
     *
     * @param jsonSchema the JSON Schema as text
     * @param loader gives the problems of a document
     * @param table counts the mutations of the documents
     */
    public Agreement(Schema schema, String jsonSchema, Function<String, List<Diagnostic>> loader, MutationTable table) {
        this.schema = schema;
        // The loader does not check formats.
        SchemaRegistryConfig annotations =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(false).build();
        this.jsonSchema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7, registry -> registry.schemaRegistryConfig(annotations))
                .getSchema(jsonSchema);
        this.loader = loader;
        this.table = table;
        table.addTypes(schema);
    }

    /**
     * Compares generated documents.
     *
     * @param firstSeed the seed of the first one, unless a property states another
     * @param count how many, unless a property states another number
     * @return how many documents got which verdict
     * @throws AssertionError at the first difference
     */
    public Map<Verdict, Integer> compareAll(long firstSeed, int count) {
        long first = Long.getLong("alchemi.seed", firstSeed);
        int documents = Integer.getInteger("alchemi.documents", count);
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (long seed = first; seed < first + documents; seed++) {
            GeneratedDocument document = Documents.next(schema, Decisions.ofSeed(seed));
            try {
                verdicts.merge(compare(document.yaml()), 1, Integer::sum);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("-Dalchemi.seed=" + seed + " makes this document:\n" + document.yaml(), e);
            }
            table.add(document);
        }
        if (documents != count) {
            System.out.println(schema.rootFacts().id() + " from seed " + first + ": " + verdicts);
        }
        return verdicts;
    }

    /**
     * Compares one document.
     *
     * @throws AssertionError if the loader and the JSON Schema differ
     */
    public Verdict compare(String yaml) {
        List<Diagnostic> errors =
                loader.apply(yaml).stream().filter(Diagnostic::isError).toList();
        Node tree = YamlReader.read(new Document(Document.Kind.FILE, "text", yaml), Limits.DEFAULT, new Diagnostics());
        if (tree == null || errors.stream().anyMatch(error -> error.id() == DiagnosticId.SYNTAX)) {
            if (errors.isEmpty()) {
                throw new AssertionError("accepted, but no YAML");
            }
            return Verdict.UNREADABLE;
        }
        if (!errors.isEmpty() && errors.stream().allMatch(Agreement::isLoadOnly)) {
            return Verdict.LOAD_ONLY;
        }
        List<String> objections = objections(TreeJson.of(tree));
        if (errors.isEmpty() && !objections.isEmpty()) {
            // The validator divides exactly; a double key and an editor divide the nearest double, as docs/design.md,
            // rule 5.3 says.
            objections = objections(TreeJson.ofDoubles(tree));
        }
        if (errors.isEmpty() != objections.isEmpty()) {
            throw new AssertionError("the loader says " + errors + "\nthe JSON Schema says " + objections);
        }
        return errors.isEmpty() ? Verdict.ACCEPTED : Verdict.REJECTED;
    }

    private List<String> objections(JsonNode document) {
        List<String> objections = new ArrayList<>();
        try {
            jsonSchema.validate(document).forEach(error -> objections.add(error.toString()));
        } catch (JsonNodeException e) {
            objections.add(
                    e.toString()); // The validator cannot read 1234567890123456789012.5 where it expects an integer.
        }
        return objections;
    }

    private static boolean isLoadOnly(Diagnostic error) {
        return error.id().code().startsWith("ALC3");
    }
}
