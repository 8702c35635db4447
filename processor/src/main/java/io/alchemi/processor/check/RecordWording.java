package io.alchemi.processor.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.SchemaFlag;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.IgnoredConstraint;
import io.alchemi.processor.extract.Names;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Words the problems of records: what is wrong, then what to write instead. */
final class RecordWording {
    private RecordWording() {}

    /** A component as {@code Type.component}; ECJ prints no place at all. */
    static String name(ExtractedRecord record, KeySchema key) {
        return Names.shown(record.element()) + "." + key.component();
    }

    private static String name(ExtractedRecord record, Component component) {
        return name(record, component.key());
    }

    static Problem unknownConstant(String name) {
        return new Problem(
                DiagnosticId.UNKNOWN_TYPE,
                "An annotation of " + name
                        + " names a constant or a class that does not exist, and no annotation processor generated it.");
    }

    static Problem nullablePrimitive(ExtractedRecord record, Component component, String box) {
        return new Problem(
                DiagnosticId.MISPLACED_ANNOTATION,
                name(record, component) + " is @Nullable, but a primitive is never null. Write " + box + ".");
    }

    static Problem misplaced(ExtractedRecord record, Component component, String annotation, String wanted) {
        return new Problem(
                DiagnosticId.MISPLACED_ANNOTATION,
                annotation + " has no meaning on " + name(record, component) + " of the type "
                        + TypeText.of(component.element().asType()) + ": it is for " + wanted + ". Remove it.");
    }

    static Problem suggestionsWithoutPattern(ExtractedRecord record, Component component) {
        return new Problem(
                DiagnosticId.MISPLACED_ANNOTATION,
                name(record, component) + " has @Suggest without @Matches. Add the pattern that its values match.");
    }

    static Problem badPattern(ExtractedRecord record, Component component, String why) {
        return new Problem(
                DiagnosticId.BAD_PATTERN,
                "The pattern of " + name(record, component) + " is no regular expression: " + why + ".");
    }

    static Problem foreignPattern(ExtractedRecord record, Component component, PortablePattern.Foreign foreign) {
        return new Problem(
                DiagnosticId.BAD_PATTERN,
                "The pattern of " + name(record, component) + " has '" + foreign.piece()
                        + "', which editors do not read as Java does. " + foreign.instead() + ".");
    }

    static Problem suggestionOutsidePattern(ExtractedRecord record, Component component, String value) {
        return new Problem(
                DiagnosticId.BAD_PATTERN,
                name(record, component) + " suggests '" + value
                        + "', which its own pattern refuses. Correct the suggestion or the pattern.");
    }

    static Problem lengthStatedTwice(ExtractedRecord record, Component component) {
        return new Problem(
                DiagnosticId.BAD_LENGTH,
                "@Length of " + name(record, component)
                        + " states the length twice: its value is exact and excludes min and max. Remove one of the two.");
    }

    static Problem ignoredConstraint(ExtractedRecord record, Component component, IgnoredConstraint ignored) {
        return new Problem(
                DiagnosticId.IGNORED_CONSTRAINT,
                ignored.annotation() + " of " + name(record, component) + " " + ignored.why()
                        + ", so files are not judged by it. Write it as @Range, @Length, @Matches or @Rule; silence"
                        + " this with @SuppressWarnings(\"" + DiagnosticId.IGNORED_CONSTRAINT.code() + "\").");
    }

    static Problem lostEnumDocs(ExtractedRecord record, Component component, String type) {
        return new Problem(
                DiagnosticId.MISSING_ENUM_DOCS,
                "The docs of the constants of " + name(record, component) + " cannot be found: the module of " + type
                        + " was compiled without Alchemi's annotation processor, or none of its schemas uses the enum."
                        + " Annotate the enum with @ConfigRecord and compile its module with the processor; if it is not"
                        + " yours, suppress this warning with @SuppressWarnings(\""
                        + DiagnosticId.MISSING_ENUM_DOCS.code() + "\").");
    }

    static Problem undescribedRecord(ExtractedRecord record) {
        return new Problem(
                DiagnosticId.MISSING_DESCRIPTION,
                Names.shown(record.element())
                        + " has no description. Begin its Javadoc with a sentence that says what it configures.");
    }

    static Problem undescribed(ExtractedRecord record, Component component) {
        String name = component.key().component();
        return new Problem(
                DiagnosticId.MISSING_DESCRIPTION,
                name(record, component) + " has no description. Add a line '@param " + name + " …' to the Javadoc of "
                        + Names.shown(record.element()) + ".");
    }

    static Problem strayParam(ExtractedRecord record, String param, String didYouMean) {
        return new Problem(
                DiagnosticId.MISSING_DESCRIPTION,
                "The line '@param " + param + "' in the Javadoc of " + Names.shown(record.element())
                        + " describes no component." + (didYouMean.isEmpty() ? " Remove it." : didYouMean));
    }

    static Problem undescribedPattern(ExtractedRecord record, Component component) {
        return new Problem(
                DiagnosticId.MISSING_DESCRIPTION,
                "The pattern of " + name(record, component) + " has no description for messages. Complete the sentence"
                        + " \"must be …\": describedAs = \"a sample id such as A-17\".");
    }

    static Problem undescribedSuggestion(ExtractedRecord record, Component component, String value) {
        return new Problem(
                DiagnosticId.MISSING_DESCRIPTION,
                "The suggestion '" + value + "' of " + name(record, component)
                        + " has no description. Write what the value means: doc = \"…\".");
    }

    static Problem emptyUnit(ExtractedRecord record, Component component) {
        return new Problem(
                DiagnosticId.MISPLACED_ANNOTATION,
                "@Unit of " + name(record, component) + " is empty. Write the unit, @Unit(\"nm\"), or remove it.");
    }

    static Problem requiredWithoutExample(ExtractedRecord record, Component component) {
        return new Problem(
                DiagnosticId.REQUIRED_WITHOUT_EXAMPLE,
                name(record, component) + " is required, so the template needs a value for '"
                        + component.key().name() + "'. Add @Example(\"…\"), or a @Default.");
    }

    static Problem badValue(ExtractedRecord record, Component component, String what, String text, Diagnostic refused) {
        String reason = refused.label().isEmpty() ? refused.message() : refused.message() + "; " + refused.label();
        return new Problem(
                DiagnosticId.BAD_VALUE,
                "The " + what + " of " + name(record, component) + ", '" + text + "', would be refused in a file: "
                        + reason + (reason.endsWith("?") ? "" : "."));
    }

    static Problem badRule(ExtractedRecord record, ExecutableElement rule, String why) {
        return new Problem(
                DiagnosticId.BAD_RULE,
                "Rule " + Names.shown(record.element()) + "." + rule.getSimpleName() + " " + why);
    }

    static Problem globalSection(ExtractedRecord record, Component component) {
        return new Problem(
                DiagnosticId.GLOBAL_SECTION,
                name(record, component) + " is no single value, but each key of a global block is also a flag and an"
                        + " environment variable. Write its parts as keys into " + Names.shown(record.element())
                        + " itself.");
    }

    static Problem flagWithoutPlace(ExtractedRecord record, KeySchema key, String path) {
        return new Problem(
                DiagnosticId.MISPLACED_ANNOTATION,
                "@Flag has no meaning on " + name(record, key) + ": '" + path
                        + "' is inside a list, a map or one of several records, so that a flag could not say which."
                        + " Remove it.");
    }

    static Problem movedToNowhere(TypeElement root, MovedKey move, String why) {
        return new Problem(
                DiagnosticId.MOVED_TO_NOWHERE,
                "@Moved(from = \"" + move.from() + "\", to = \"" + move.to() + "\") on " + Names.shown(root) + ": "
                        + why);
    }

    static String notAPath(String path) {
        return "'" + path + "' is not a path. Write names of keys with a dot between them: \"train.seed\".";
    }

    static String noSuchPlace(String path, List<String> known) {
        return "there is no key '" + path + "'." + DidYouMean.in(path, known);
    }

    static String crossed(String path, String key) {
        return "'" + path + "' leads through '" + key
                + "', which is no section that is always there. Keys move between sections only; say what changed with"
                + " @Alias or @Retired on the record.";
    }

    static Problem flagClash(String flag, String path, String other) {
        return new Problem(
                DiagnosticId.FLAG_CLASH,
                "The flag " + flag + " of '" + path + "' is also that of '" + other
                        + "'. Give one of them another name: @Flag(\"…\").");
    }

    static Problem flagOfCommand(String flag, String path, String command) {
        return new Problem(
                DiagnosticId.FLAG_CLASH,
                "The flag " + flag + " of '" + path + "' is also an option of " + command
                        + ". Choose another name: @Flag(\"…\").");
    }

    static Problem flagOfTwoKeys(ExtractedRecord record, SchemaFlag flag, String second) {
        String shown = Names.shown(record.element());
        String place = flag.path()
                .substring(0, flag.path().length() - flag.key().name().length());
        boolean recursive = second.startsWith(place);
        return new Problem(
                DiagnosticId.MISPLACED_ANNOTATION,
                "@Flag has no meaning on " + name(record, flag.key()) + ": " + shown
                        + (recursive ? " contains itself" : " is used twice in the schema") + ", so --" + flag.name()
                        + " could set '" + flag.path() + "' or '" + second + "'. "
                        + (recursive ? "Remove it." : "Remove it, or use " + shown + " only once."));
    }

    static Problem endless(ExtractedRecord record, KeySchema key, String path, String instead) {
        return new Problem(
                DiagnosticId.ENDLESS_RECORD,
                name(record, key) + " always holds another " + key.component() + " (" + path + "), without end. "
                        + instead + ".");
    }

    static Problem endlessDefault(ExtractedRecord record, KeySchema key) {
        return new Problem(
                DiagnosticId.ENDLESS_RECORD,
                "The default of " + name(record, key) + ", '" + key.defaultText()
                        + "', holds a section that leaves out '"
                        + key.name() + "', so the default stands in it again, without end. Write '" + key.name()
                        + "' inside of it, or leave the default empty.");
    }

    static Problem lost(String holder, String type, String reason) {
        return new Problem(
                DiagnosticId.RECORD_WITHOUT_SCHEMA,
                holder + " needs " + type + ", which " + reason
                        + ". Compile its module with the processor, and mark the record with @ConfigRecord.");
    }
}
