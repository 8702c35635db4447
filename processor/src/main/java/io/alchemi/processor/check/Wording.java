package io.alchemi.processor.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.schema.Bounds;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.SchemaText;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.Names;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Words the problems of records: what is wrong, then what to write instead. */
final class Wording {
    /** What a component may be. */
    private static final String ALLOWED = "boolean, byte, short, int, long, float, double and their boxes, String,"
            + " java.nio.file.Path, enums, and records of these";

    private Wording() {}

    /** A component as {@code Type.component}; ECJ prints no place at all. */
    static String name(ExtractedRecord record, KeySchema key) {
        return Names.shown(record.element()) + "." + key.component();
    }

    private static String name(ExtractedRecord record, Component component) {
        return name(record, component.key());
    }

    static Problem unsupportedType(ExtractedRecord record, Component component) {
        String type = component.element().asType().toString();
        return new Problem(
                ProblemId.UNSUPPORTED_TYPE,
                name(record, component) + " is of the type " + type + ", which has no form in YAML." + instead(type)
                        + " Allowed are " + ALLOWED + ".");
    }

    private static String instead(String type) {
        if (type.endsWith("char") || type.endsWith("java.lang.Character")) {
            return " Write String instead.";
        } else if (type.endsWith("java.io.File")) {
            return " Write java.nio.file.Path instead.";
        } else if (type.contains("java.util.Optional")) {
            return " Write @Nullable and the plain type instead.";
        }
        return "";
    }

    static Problem unknownType(ExtractedRecord record, Component component) {
        return new Problem(
                ProblemId.UNKNOWN_TYPE,
                name(record, component) + " is of the type "
                        + component.element().asType()
                        + ", which does not exist, and no annotation processor generated it.");
    }

    static Problem unknownConstant(ExtractedRecord record) {
        return new Problem(
                ProblemId.UNKNOWN_TYPE,
                "An annotation of " + Names.shown(record.element())
                        + " names a constant that does not exist, and no annotation processor generated it.");
    }

    static Problem privateType(TypeElement type) {
        return new Problem(
                ProblemId.PRIVATE_TYPE,
                Names.shown(type) + " is private, or stands in a private type, so the generated code cannot see it."
                        + " Remove 'private'; no modifier at all is enough.");
    }

    static Problem emptyEnum(ExtractedRecord record, Component component, String type) {
        return new Problem(
                ProblemId.EMPTY_ENUM,
                name(record, component) + " can have no value: " + type + " has no constants. Add one.");
    }

    static Problem nullablePrimitive(ExtractedRecord record, Component component, String box) {
        return new Problem(
                ProblemId.MISPLACED_ANNOTATION,
                name(record, component) + " is @Nullable, but a primitive is never null. Write " + box + ".");
    }

    static Problem misplaced(ExtractedRecord record, Component component, String annotation, String wanted) {
        return new Problem(
                ProblemId.MISPLACED_ANNOTATION,
                annotation + " has no meaning on " + name(record, component) + " of the type "
                        + component.element().asType() + ": it is for " + wanted + ". Remove it.");
    }

    static Problem suggestionsWithoutPattern(ExtractedRecord record, Component component) {
        return new Problem(
                ProblemId.MISPLACED_ANNOTATION,
                name(record, component) + " has @Suggest without @Matches. Add the pattern that its values match.");
    }

    static Problem emptyRange(ExtractedRecord record, Component component) {
        Bounds bounds = component.key().bounds();
        boolean inverted = bounds.min() > bounds.max();
        return new Problem(
                ProblemId.EMPTY_RANGE,
                "No value of " + name(record, component) + " is in its range: min is "
                        + SchemaText.number(bounds.min()) + ", max is " + SchemaText.number(bounds.max())
                        + (inverted ? ". Swap them." : ". Widen it, or mind what the type can hold."));
    }

    static Problem badPattern(ExtractedRecord record, Component component, String why) {
        return new Problem(
                ProblemId.BAD_PATTERN,
                "The pattern of " + name(record, component) + " is no regular expression: " + why + ".");
    }

    static Problem suggestionOutsidePattern(ExtractedRecord record, Component component, String value) {
        return new Problem(
                ProblemId.BAD_PATTERN,
                name(record, component) + " suggests '" + value
                        + "', which its own pattern refuses. Correct the suggestion or the pattern.");
    }

    static Problem undescribedRecord(ExtractedRecord record) {
        return new Problem(
                ProblemId.MISSING_DESCRIPTION,
                Names.shown(record.element())
                        + " has no description. Begin its Javadoc with a sentence that says what it configures.");
    }

    static Problem undescribed(ExtractedRecord record, Component component) {
        String name = component.key().component();
        return new Problem(
                ProblemId.MISSING_DESCRIPTION,
                name(record, component) + " has no description. Add a line '@param " + name + " …' to the Javadoc of "
                        + Names.shown(record.element()) + ".");
    }

    static Problem requiredWithoutExample(ExtractedRecord record, Component component) {
        return new Problem(
                ProblemId.REQUIRED_WITHOUT_EXAMPLE,
                name(record, component) + " is required, so the template needs a value for '"
                        + component.key().name() + "'. Add @Example(\"…\"), or a @Default.");
    }

    static Problem badValue(ExtractedRecord record, Component component, String what, String text, Diagnostic refused) {
        String reason = refused.label().isEmpty() ? refused.message() : refused.message() + "; " + refused.label();
        return new Problem(
                ProblemId.BAD_VALUE,
                "The " + what + " of " + name(record, component) + ", '" + text + "', would be refused in a file: "
                        + reason + (reason.endsWith("?") ? "" : "."));
    }

    static Problem badRule(ExtractedRecord record, ExecutableElement rule, String why) {
        return new Problem(
                ProblemId.BAD_RULE, "Rule " + Names.shown(record.element()) + "." + rule.getSimpleName() + " " + why);
    }

    static Problem globalSection(ExtractedRecord record, Component component) {
        return new Problem(
                ProblemId.GLOBAL_SECTION,
                name(record, component) + " is a record, but each key of a global block is also a flag and an"
                        + " environment variable. Write its keys into " + Names.shown(record.element()) + " itself.");
    }

    static Problem movedToNowhere(TypeElement root, MovedKey move, String why) {
        return new Problem(
                ProblemId.MOVED_TO_NOWHERE,
                "@Moved(from = \"" + move.from() + "\", to = \"" + move.to() + "\") on " + Names.shown(root) + ": "
                        + why);
    }

    static String noSuchPlace(String path, List<String> known) {
        return "there is no key '" + path + "'." + DidYouMean.in(path, known);
    }

    static Problem flagClash(String flag, String path, String other) {
        return new Problem(
                ProblemId.FLAG_CLASH,
                "The flag " + flag + " of '" + path + "' is also that of " + other
                        + ". Give one of them another name: @Flag(\"…\").");
    }

    static Problem endless(ExtractedRecord record, KeySchema key, String path) {
        return new Problem(
                ProblemId.ENDLESS_RECORD,
                name(record, key) + " always holds another " + key.component() + " (" + path
                        + "), without end. Make it @Nullable.");
    }

    static Problem lost(String holder, String type, String reason) {
        return new Problem(
                ProblemId.RECORD_WITHOUT_SCHEMA,
                holder + " is of the type " + type + ", which " + reason
                        + ". Compile its module with the processor, and mark the record with @ConfigRecord.");
    }
}
