package io.alchemi.processor.check;

import io.alchemi.config.schema.FlagSchema;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RetiredKey;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of keys, aliases and retired keys can be written, and each means one thing. */
final class NameCheck implements RecordCheck {
    private static final Pattern KEY = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*");
    private static final Pattern FLAG = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*");

    @Override
    public void check(ExtractedRecord record, Report problems) {
        RootSchema root = record.schema().root();
        boolean readable = !record.isUnreadable();
        if (readable && root != null && !ID.matcher(root.id()).matches()) {
            problems.report(record.element(), NamesWording.badId(record.element(), root.id()));
        }
        Map<String, String> meanings = keys(record, problems);
        aliases(record, meanings, problems);
        for (RetiredKey retired : record.schema().retired()) {
            String why = readable ? whyNotWritable(record, retired.name()) : null;
            if (why != null) {
                problems.report(record.element(), NamesWording.badRetired(record, retired.name(), why));
            }
            String other = meanings.putIfAbsent(retired.name(), "a retired key");
            if (other != null && readable) {
                problems.report(record.element(), NamesWording.retiredCollision(record, retired.name(), other));
            }
        }
    }

    /** Judges the names of keys; gives what each name means. */
    private static Map<String, String> keys(ExtractedRecord record, Report problems) {
        Map<String, String> meanings = new HashMap<>();
        Map<String, String> components = new HashMap<>();
        for (Component component : record.components()) {
            KeySchema key = component.key();
            writable(record, component, key.name(), problems);
            String other = components.putIfAbsent(key.name(), key.component());
            if (other != null) {
                problems.report(component.place(), NamesWording.duplicateKey(record, component, other));
            }
            meanings.put(key.name(), "the key of " + Names.shown(record.element()) + "." + key.component());
            flag(record, component, key.flag(), problems);
        }
        return meanings;
    }

    private static void aliases(ExtractedRecord record, Map<String, String> meanings, Report problems) {
        for (Component component : record.components()) {
            for (String alias : component.key().aliases()) {
                writable(record, component, alias, problems);
                String other = meanings.putIfAbsent(
                        alias,
                        "an alias of " + Names.shown(record.element()) + "."
                                + component.key().component());
                if (other != null) {
                    problems.report(component.place(), NamesWording.aliasCollision(record, component, alias, other));
                }
            }
        }
    }

    /** Whether a name has the form of a key. */
    static boolean isKey(String name) {
        return KEY.matcher(name).matches();
    }

    private static void writable(ExtractedRecord record, Component component, String name, Report problems) {
        String why = whyNotWritable(record, name);
        if (why != null) {
            problems.report(component.place(), NamesWording.badKey(record, component, name, why));
        }
    }

    /** Returns why a name cannot be a key of a record, or null if it can. */
    private static @Nullable String whyNotWritable(ExtractedRecord record, String name) {
        boolean atRoot = record.schema().root() != null;
        if (!isKey(name)) {
            return "write letters, digits, '_' and '-', a letter first.";
        } else if (!PlainText.is(name)) {
            return "YAML reads it as something else than text. Choose another name.";
        } else if (atRoot && (name.equals("extends") || name.startsWith("x-"))) {
            return "at the root of a file it is reserved. Choose another name.";
        }
        return null;
    }

    private static void flag(ExtractedRecord record, Component component, @Nullable FlagSchema flag, Report problems) {
        if (flag == null) {
            return;
        }
        if (!FLAG.matcher(flag.name()).matches()) {
            problems.report(
                    component.place(),
                    NamesWording.badFlag(
                            record,
                            component,
                            "is '--" + flag.name()
                                    + "'. Write letters and digits, with dashes between them: @Flag(\"…\")."));
        }
        String letter = flag.shortName();
        if (!letter.isEmpty() && !letter.matches("[A-Za-z]")) {
            problems.report(
                    component.place(),
                    NamesWording.badFlag(record, component, "has the short form '-" + letter + "'. Write one letter."));
        }
    }
}
