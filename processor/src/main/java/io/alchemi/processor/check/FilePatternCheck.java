package io.alchemi.processor.check;

import io.alchemi.config.schema.RootSchema;
import io.alchemi.processor.extract.ExtractedRecord;
import org.jspecify.annotations.Nullable;

/** Requires that the file patterns of a schema can match the end of a path, where only {@code *} is a wildcard. */
final class FilePatternCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Report problems) {
        RootSchema root = record.schema().root();
        if (root == null) {
            return;
        }
        for (String pattern : root.files()) {
            String fault = fault(pattern);
            if (fault != null) {
                problems.report(record.element(), NamesWording.badFilePattern(record.element(), pattern, fault));
            }
        }
    }

    private static @Nullable String fault(String pattern) {
        if (pattern.isEmpty()) {
            return "is empty";
        } else if (pattern.startsWith("/")) {
            return "is an absolute path";
        } else if (pattern.contains("**")) {
            return "contains '**'";
        } else if (!pattern.equals(pattern.strip())) {
            return "begins or ends with a space";
        }
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (Character.isISOControl(c)) {
                return "contains a control character";
            } else if ("\\[]{}?".indexOf(c) >= 0) {
                return "contains '" + c + "'";
            }
        }
        for (String name : pattern.split("/", -1)) {
            if (name.isEmpty() || name.equals(".") || name.equals("..") || name.equals("~")) {
                return name.isEmpty() ? "contains an empty name" : "contains '" + name + "'";
            }
        }
        return null;
    }
}
