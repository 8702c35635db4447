package io.alchemi.processor.check;

import io.alchemi.config.check.Defaults;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Node;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import io.alchemi.processor.extract.ExtractedUnion;
import io.alchemi.processor.extract.ExtractedUnion.Permitted;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Validates defaults and examples with the code that validates files.
 *
 * <p>Skips the values of components whose type or constraints have a problem, also inside the values of other components.
 */
public final class DefaultCheck {
    private static final Set<DiagnosticId> OF_COMPONENTS = Set.of(
            DiagnosticId.BAD_PATTERN, DiagnosticId.EMPTY_ENUM, DiagnosticId.NULL_ITEM, DiagnosticId.ENDLESS_RECORD);
    private static final Set<DiagnosticId> OF_UNIONS = Set.of(
            DiagnosticId.NOT_A_BRANCH,
            DiagnosticId.DUPLICATE_TAG,
            DiagnosticId.TAG_IS_A_KEY,
            DiagnosticId.AMBIGUOUS_BRANCHES,
            DiagnosticId.BAD_BY_KEYS,
            DiagnosticId.BAD_NAME);

    private final ExtractedSchema schema;
    private final Report structure;
    private final Report problems = new Report();
    private final Set<KeySchema> unsound = Collections.newSetFromMap(new IdentityHashMap<>());
    private final SoundParts parts;

    private DefaultCheck(ExtractedSchema schema, Report structure) {
        this.schema = schema;
        this.structure = structure;
        for (ReachableRecord reached : schema.records().values()) {
            for (Component component : reached.record().declaring()) {
                if (!isSound(reached.record(), component)) {
                    unsound.add(component.key());
                }
            }
        }
        this.parts = SoundParts.of(schema, unsound::contains);
    }

    /**
     * Returns the problems of the values in a schema.
     *
     * @param structure the problems of its types and constraints
     */
    public static Report check(ExtractedSchema schema, Report structure) {
        DefaultCheck check = new DefaultCheck(schema, structure);
        for (ReachableRecord reached : schema.records().values()) {
            for (Component component : reached.record().declaring()) {
                KeySchema key = component.key();
                if (!check.unsound.contains(key)) {
                    check.value(reached, component, "default", key.defaultText());
                    check.value(reached, component, "example", key.exampleText());
                }
            }
        }
        return check.problems;
    }

    private boolean isSound(ExtractedRecord record, Component component) {
        KeySchema key = component.key();
        return component.isSupported()
                && key.type().records().stream().noneMatch(part -> schema.lost().containsKey(part.type()))
                && !structure.has(component.place(), OF_COMPONENTS)
                && key.constraints().stream().allMatch(each -> each.contradiction("", key.type()) == null)
                && !(key.type().leaf() instanceof UnionType union && isAmbiguous(record, component, union));
    }

    private boolean isAmbiguous(ExtractedRecord record, Component component, UnionType type) {
        for (ExtractedUnion union : record.unions()) {
            if (union.type().equals(type)) {
                boolean faulty = structure.has(union.place() == null ? component.place() : union.place(), OF_UNIONS);
                for (Permitted permitted : union.permitted()) {
                    faulty |= permitted.place() != null && structure.has(permitted.place(), OF_UNIONS);
                    faulty |= type.isByKind() && !union.byKeys() && !UnionCheck.hasKnownKind(schema, permitted);
                }
                return faulty;
            }
        }
        return false;
    }

    private void value(ReachableRecord reached, Component component, String what, @Nullable String text) {
        if (text == null) {
            return;
        }
        ExtractedRecord record = reached.record();
        Element place = record.compiled() ? component.place() : reached.entrance();
        // A message about a default must not suggest the same default.
        KeySchema key = component.key().withDefault(null);
        Node value = Defaults.of(key.withDefault(text));
        checkSecrets(record, component, place, what, value);
        List<Diagnostic> found = ConfigResolver.check(parts.described(), record.schema(), key, text);
        if (found.isEmpty()) {
            return;
        }
        Set<Span> skipped = value == null ? Set.of() : parts.unsoundPlaces(key, value);
        for (Diagnostic problem : found) {
            // A problem in a value that is filled in from the default of another key is reported at that key.
            boolean own = problem.place().document().text().equals(text);
            if (problem.isError() && own && !skipped.contains(problem.place().span())) {
                problems.report(place, RecordWording.badValue(record, component, what, text, problem));
            }
        }
    }

    /** Reports a secret inside a value; the default of a secret itself is reported with its annotation. */
    private void checkSecrets(
            ExtractedRecord record, Component component, Element place, String what, @Nullable Node value) {
        KeySchema key = component.key();
        if (value == null || key.type().leafKind() == ScalarKind.SECRET) {
            return;
        }
        KeyPath secret = StatedSecrets.first(parts.described(), key, value, what.equals("example"));
        if (secret != null) {
            problems.report(place, RecordWording.statedSecret(record, component, what, secret));
        }
    }
}
