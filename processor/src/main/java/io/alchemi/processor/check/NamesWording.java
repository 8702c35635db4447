package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.Names;
import javax.lang.model.element.TypeElement;

/** Words the problems of names: of keys, aliases, constants, schemas and commands. */
final class NamesWording {
    private NamesWording() {}

    static Problem badKey(ExtractedRecord record, Component component, String name, String why) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "'" + name + "' cannot be a key (" + RecordWording.name(record, component.key()) + "): " + why);
    }

    static Problem duplicateKey(ExtractedRecord record, Component component, String other) {
        return new Problem(
                DiagnosticId.DUPLICATE_NAME,
                RecordWording.name(record, component.key()) + " has the key '"
                        + component.key().name() + "', as has " + Names.shown(record.element()) + "." + other
                        + ". Give one of them another name: @Key(\"…\").");
    }

    static Problem aliasCollision(ExtractedRecord record, Component component, String alias, String what) {
        return new Problem(
                DiagnosticId.ALIAS_COLLISION,
                "The alias '" + alias + "' of " + RecordWording.name(record, component.key()) + " is already " + what
                        + ". Remove it.");
    }

    static Problem retiredCollision(ExtractedRecord record, String name, String what) {
        return new Problem(
                DiagnosticId.ALIAS_COLLISION,
                "The retired key '" + name + "' of " + Names.shown(record.element()) + " is also " + what
                        + ". Remove one of the two.");
    }

    static Problem badRetired(ExtractedRecord record, String name, String why) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "'" + name + "' cannot be a key (@Retired on " + Names.shown(record.element()) + "): " + why);
    }

    static Problem retiredWithoutReason(ExtractedRecord record, String name) {
        return new Problem(
                DiagnosticId.MISSING_DESCRIPTION,
                "The retired key '" + name + "' of " + Names.shown(record.element())
                        + " has no reason. Write why it has no effect, or what to use instead: reason = \"…\".");
    }

    static Problem duplicateSuggestion(ExtractedRecord record, Component component, String value) {
        return new Problem(
                DiagnosticId.DUPLICATE_NAME,
                RecordWording.name(record, component.key()) + " suggests '" + value
                        + "' twice. Remove one of the two.");
    }

    static Problem duplicateConstant(ExtractedRecord record, Component component, String type, String name) {
        return new Problem(
                DiagnosticId.DUPLICATE_NAME,
                "Two constants of " + type + " are called '" + name + "' in YAML ("
                        + RecordWording.name(record, component.key()) + "). Rename one: @Key(\"…\").");
    }

    static Problem badConstant(ExtractedRecord record, Component component, String type, String name) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The constant '" + name + "' of " + type + " (" + RecordWording.name(record, component.key())
                        + ") is no text in YAML unless it stands in quotes. Rename it: @Key(\"…\").");
    }

    static Problem badFlag(ExtractedRecord record, Component component, String why) {
        return new Problem(
                DiagnosticId.BAD_NAME, "The flag of " + RecordWording.name(record, component.key()) + " " + why);
    }

    static Problem badId(TypeElement type, String id) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The id '" + id + "' of " + Names.shown(type) + " is also the name of files."
                        + " Write letters and digits, with dots or dashes between them: \"train.mae\".");
    }

    static Problem badFilePattern(TypeElement type, String pattern, String fault) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The file pattern '" + EscapedText.of(pattern) + "' of " + Names.shown(type) + " " + fault
                        + ". Write the end of a path, names with '/' between them; '*' matches any characters within a"
                        + " name: \"configs/train*.yaml\".");
    }

    static Problem badCommand(TypeElement type, String words) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The command '" + words + "' of " + Names.shown(type)
                        + " cannot be typed. Write words of small letters, digits and dashes, one blank between them:"
                        + " \"pretrain-mae\", \"align train\".");
    }

    static Problem takenCommand(TypeElement type, String words) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The command '" + words + "' of " + Names.shown(type) + " begins with '" + words.split(" ", 2)[0]
                        + "', which is a command of alchemi itself. Begin with another word: \"train " + words + "\".");
    }

    static Problem badVariables(TypeElement type, String prefix) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The prefix '" + prefix + "' of " + Names.shown(type)
                        + " begins no environment variable. Write capitals, digits and underscores,"
                        + " no underscore at the end: \"ACME_GLOBAL\".");
    }

    /** Two schemas of one id, or two commands of one name. */
    static Problem duplicateId(String what, String name, String other) {
        return new Problem(
                DiagnosticId.DUPLICATE_ID,
                "The " + what + " '" + name + "' is already that of " + other + ". Choose another.");
    }
}
