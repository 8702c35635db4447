package io.alchemi.processor.check;

import io.alchemi.config.schema.FlagSchema;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RetiredKey;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requires that the names of keys, aliases and removed keys are valid and unique within a record. */
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
        Map<String, Usage> usages = checkKeys(record, problems);
        checkAliases(record, usages, problems);
        for (RetiredKey retired : record.schema().retired()) {
            String why = readable ? whyInvalidRetired(record, retired.name()) : null;
            if (why != null) {
                problems.report(record.element(), NamesWording.badRetired(record, retired.name(), why));
            }
            Usage other = usages.putIfAbsent(retired.name(), new Usage(null, "a removed key", retired.name()));
            if (other != null && readable) {
                problems.report(record.element(), NamesWording.retiredCollision(record, retired.name(), other.what()));
            }
        }
    }

    /** Checks the names of keys; returns a description of the key of each name. */
    private static Map<String, Usage> checkKeys(ExtractedRecord record, Report problems) {
        Map<String, Usage> usages = new HashMap<>();
        for (Component component : record.components()) {
            for (KeySchema key : component.keys()) {
                checkKeyName(record, component, key, key.name(), problems);
                String name = record.shown(key);
                Usage other = usages.put(key.name(), new Usage(component, "the key of " + name, name));
                if (other != null && other.isOutside(component)) {
                    problems.report(component.place(), NamesWording.duplicateKey(record, key, other.name()));
                }
            }
            if (component.flattened() == null) {
                checkFlag(record, component, component.key().flag(), problems);
            }
        }
        return usages;
    }

    private static void checkAliases(ExtractedRecord record, Map<String, Usage> usages, Report problems) {
        for (Component component : record.components()) {
            for (KeySchema key : component.keys()) {
                for (String alias : key.aliases()) {
                    checkKeyName(record, component, key, alias, problems);
                    String name = record.shown(key);
                    Usage other = usages.putIfAbsent(alias, new Usage(component, "an alias of " + name, name));
                    if (other != null && other.isOutside(component)) {
                        problems.report(
                                component.place(), NamesWording.aliasCollision(record, key, alias, other.what()));
                    }
                }
            }
        }
    }

    /**
     * The first usage of a name.
     *
     * @param component the component that adds the name to the record, or null
     * @param what what it names
     * @param name the name of the component that declares it
     */
    private record Usage(@Nullable Component component, String what, String name) {

        /** Returns false if both names are those of one flattened record, where the collision is reported. */
        boolean isOutside(Component other) {
            return other.flattened() == null || !other.equals(component);
        }
    }

    /** Returns true if a name has the syntax of a key. */
    static boolean isKey(String name) {
        return KEY.matcher(name).matches();
    }

    private static void checkKeyName(
            ExtractedRecord record, Component component, KeySchema key, String name, Report problems) {
        String why = whyInvalid(record, name);
        ExtractedRecord flattened = component.flattened();
        boolean isReported = flattened != null && whyInvalid(flattened, name) != null;
        if (why != null && !isReported) {
            problems.report(component.place(), NamesWording.badKey(record, key, name, why));
        }
    }

    private static @Nullable String whyInvalidRetired(ExtractedRecord record, String name) {
        int dot = name.lastIndexOf('.');
        KeySchema section = dot < 0 ? null : record.schema().key(name.split("\\.", 2)[0]);
        if (section == null || section.type().records().isEmpty()) {
            return whyInvalid(record, name);
        }
        return "it is a path. Put @Retired(value = \"" + name.substring(dot + 1) + "\", …) on the record of '"
                + name.substring(0, dot) + "'.";
    }

    /** Returns why a name is not a valid key of a record, or null if it is valid. */
    private static @Nullable String whyInvalid(ExtractedRecord record, String name) {
        boolean atRoot = record.schema().root() != null;
        if (!isKey(name)) {
            return "use letters, digits, '_' and '-', starting with a letter or '_'.";
        } else if (!PlainText.is(name)) {
            return "YAML does not read it as a string. Choose another name.";
        } else if (atRoot && (name.equals("extends") || name.startsWith("x-"))) {
            return "it is reserved at the root of a file. Choose another name.";
        }
        return null;
    }

    private static void checkFlag(
            ExtractedRecord record, Component component, @Nullable FlagSchema flag, Report problems) {
        if (flag == null) {
            return;
        }
        if (!FLAG.matcher(flag.name()).matches()) {
            problems.report(
                    component.place(),
                    NamesWording.badFlag(
                            record,
                            component,
                            "the invalid name '--" + flag.name()
                                    + "'. Use letters and digits, separated by dashes: @Flag(\"…\")."));
        }
        String letter = flag.shortName();
        if (!letter.isEmpty() && !letter.matches("[A-Za-z]")) {
            problems.report(
                    component.place(),
                    NamesWording.badFlag(
                            record, component, "the invalid short form '-" + letter + "'. Use a single letter."));
        }
    }
}
