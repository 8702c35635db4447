package io.alchemi.processor.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Requirement;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.tree.YamlText;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requires that the condition of {@code @RequiredIf} can hold, and that its key is null by default. */
final class RequirementCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Report problems) {
        for (Component component : record.components()) {
            Requirement requirement =
                    component.flattened() == null ? component.key().requiredIf() : null;
            String fault = requirement == null ? null : fault(record, component.key(), requirement);
            if (fault != null) {
                String place = "@RequiredIf on " + record.shown(component);
                problems.report(component.place(), new Problem(DiagnosticId.BAD_REQUIREMENT, place + fault));
            }
        }
    }

    private static @Nullable String fault(ExtractedRecord record, KeySchema key, Requirement requirement) {
        if (!key.nullable() || key.defaultText() != null) {
            return " needs a component that is null if the key is missing. Make it @Nullable, without @Default.";
        }
        KeySchema other = null;
        List<String> others = new ArrayList<>();
        for (KeySchema candidate : record.schema().keys()) {
            String name = candidate.name();
            if (!name.equals(key.name())) {
                others.add(name);
                other = name.equals(requirement.key()) ? candidate : other;
            }
        }
        if (other == null) {
            return " refers to '" + requirement.key() + "', which is not another key of the record."
                    + DidYouMean.in(requirement.key(), others) + " Write the name of a key as in YAML.";
        }
        Component declaring = record.component(other.name());
        boolean isKnown = declaring != null && declaring.isSupported();
        return isKnown ? valueFault(record.schema(), other, requirement.value()) : null;
    }

    private static @Nullable String valueFault(RecordSchema record, KeySchema other, String value) {
        ValueType type = other.type();
        if (is(type, ScalarKind.BOOLEAN)) {
            return value.equals("true") || value.equals("false")
                    ? null
                    : " compares the boolean '" + other.name() + "' with '" + value + "'. Write \"true\" or \"false\".";
        }
        if (!is(type, ScalarKind.STRING) && !(type instanceof EnumType)) {
            return " depends on '" + other.name() + "', which is of type " + Signature.type(record, type)
                    + ". Use a key whose type is an enum, a boolean or a string.";
        }
        Schema alone = new Schema(record, Map.of(record.type(), record), unused -> Docs.empty());
        for (Diagnostic problem :
                ConfigResolver.check(alone, record, other.withDefault(null), YamlText.string(value))) {
            if (problem.isError()) {
                return " can never hold: " + problem.message() + ". Write a value that '" + other.name()
                        + "' can have.";
            }
        }
        return null;
    }

    private static boolean is(ValueType type, ScalarKind kind) {
        return type instanceof ScalarType scalar && scalar.kind() == kind;
    }
}
