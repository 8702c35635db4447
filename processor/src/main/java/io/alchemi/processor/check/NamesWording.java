package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.Names;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** Messages about the names of keys, aliases, constants, schemas and commands. */
final class NamesWording {
    private NamesWording() {}

    static Problem badKey(ExtractedRecord record, KeySchema key, String name, String why) {
        return new Problem(
                DiagnosticId.BAD_NAME, "'" + name + "' is not a valid key of " + record.shown(key) + ": " + why);
    }

    static Problem duplicateKey(ExtractedRecord record, KeySchema key, String other) {
        return new Problem(
                DiagnosticId.DUPLICATE_NAME,
                record.shown(key) + " has the same key '" + key.name() + "' as " + other
                        + ". Rename one of them: @Key(\"…\").");
    }

    static Problem aliasCollision(ExtractedRecord record, KeySchema key, String alias, String what) {
        return new Problem(
                DiagnosticId.ALIAS_COLLISION,
                "The alias '" + alias + "' of " + record.shown(key) + " is already " + what + ". Remove it.");
    }

    static Problem retiredCollision(ExtractedRecord record, String name, String what) {
        return new Problem(
                DiagnosticId.ALIAS_COLLISION,
                "The removed key '" + name + "' of " + record.shown() + " is also " + what
                        + ". Remove one of the two.");
    }

    static Problem badRetired(ExtractedRecord record, String name, String why) {
        return new Problem(
                DiagnosticId.BAD_NAME, "'" + name + "' is not a valid removed key of " + record.shown() + ": " + why);
    }

    static Problem retiredWithoutReason(ExtractedRecord record, String name) {
        return new Problem(
                DiagnosticId.MISSING_DESCRIPTION,
                "The removed key '" + name + "' of " + record.shown()
                        + " has no reason. Say why it has no effect, or what to use instead: reason = \"…\".");
    }

    static Problem duplicateSuggestion(ExtractedRecord record, Component component, String value) {
        return new Problem(
                DiagnosticId.DUPLICATE_NAME,
                record.shown(component) + " suggests '" + value + "' twice. Remove one of the two.");
    }

    static Problem duplicateConstant(ExtractedRecord record, Component component, String type, String name) {
        return new Problem(
                DiagnosticId.DUPLICATE_NAME,
                "Two constants of " + type + ", the type of " + record.shown(component) + ", have the same name '"
                        + name + "' in YAML. Rename one of them: @Key(\"…\").");
    }

    static Problem badConstant(ExtractedRecord record, Component component, String type, String name) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The constant '" + EscapedText.of(name) + "' of " + type + ", the type of "
                        + record.shown(component)
                        + ", is not a string in YAML unless quoted. Rename it: @Key(\"…\").");
    }

    static Problem badConstantAlias(
            ExtractedRecord record, Component component, String type, Constant constant, String alias) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The alias '" + EscapedText.of(alias) + "' of " + type + "." + constant.javaName() + ", in the type of "
                        + record.shown(component)
                        + ", is not a string in YAML unless quoted. Rename or remove it: @Alias(\"…\").");
    }

    static Problem badFlag(ExtractedRecord record, Component component, String why) {
        return new Problem(DiagnosticId.BAD_NAME, "The flag of " + record.shown(component) + " has " + why);
    }

    static Problem badId(TypeElement type, String id) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The schema id '" + id + "' of " + Names.shown(type) + " is invalid, since files are named after it."
                        + " Use letters and digits, separated by dots, dashes or underscores: \"train.mae\".");
    }

    static Problem badFilePattern(TypeElement type, String pattern, String fault) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The file pattern '" + EscapedText.of(pattern) + "' of " + Names.shown(type) + " " + fault
                        + ". Write the end of a path, names separated by '/'; '*' matches any characters within a"
                        + " name: \"configs/train*.yaml\".");
    }

    static Problem badCommand(TypeElement type, String name) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The command name '" + name + "' of " + Names.shown(type)
                        + " is invalid. Use names of lowercase letters, digits and dashes, separated by single spaces:"
                        + " \"pretrain-mae\", \"align train\".");
    }

    static Problem takenCommand(TypeElement type, String name) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The command name '" + name + "' of " + Names.shown(type) + " starts with '"
                        + name.split(" ", 2)[0] + "', which is a built-in command. Prefix it: \"train " + name
                        + "\".");
    }

    static Problem badVariables(TypeElement type, String prefix) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The environment variable prefix '" + prefix + "' of " + Names.shown(type)
                        + " is invalid. Use uppercase letters, digits and underscores, without an underscore at the"
                        + " end: \"ACME_GLOBAL\".");
    }

    static Problem unknownReserved(ExtractedRecord block, String reserved) {
        List<String> keys = block.schema().keys().stream().map(KeySchema::name).toList();
        return new Problem(
                DiagnosticId.UNKNOWN_RESERVED_KEY,
                "@GlobalBlock of " + Names.shown(block.element()) + " reserves '" + reserved
                        + "', which is not a key of it." + DidYouMean.in(reserved, keys)
                        + " Write the name of one of its keys, or remove it.");
    }

    /** Returns the problem of two schemas with the same id, or two commands with the same name. */
    static Problem duplicateId(String what, String name, String other) {
        return new Problem(
                DiagnosticId.DUPLICATE_ID,
                "The " + what + " '" + name + "' is already used by " + other + ". Choose another.");
    }
}
