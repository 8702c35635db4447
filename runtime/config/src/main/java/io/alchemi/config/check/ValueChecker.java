package io.alchemi.config.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.ShortText;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.Constraint;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the value of one key and everything inside it. */
final class ValueChecker {
    private final Checker checker;
    private final RecordSchema record;
    private final KeySchema key;
    /** The name of a value that is written without its key, because it is a branch of a union. */
    private final @Nullable String bareName;

    ValueChecker(Checker checker, RecordSchema record, KeySchema key) {
        this(checker, record, key, null);
    }

    private ValueChecker(Checker checker, RecordSchema record, KeySchema key, @Nullable String bareName) {
        this.checker = checker;
        this.record = record;
        this.key = key;
        this.bareName = bareName;
    }

    /**
     * Checks a value that must not be null.
     *
     * @param written the location of the value, or of the nearest enclosing section that is written in a source
     */
    void check(ValueType type, Node node, KeyPath path, SourceLocation written) {
        if (!type.accept(new ValueVisitor(node, path, written))) {
            wrongType(type, node, path);
        }
    }

    /** Checks the contents of a value. Returns false if the value does not have the shape of its type. */
    private final class ValueVisitor implements ValueType.Visitor<Boolean> {
        private final Node node;
        private final KeyPath path;
        private final SourceLocation written;

        ValueVisitor(Node node, KeyPath path, SourceLocation written) {
            this.node = node;
            this.path = path;
            this.written = written;
        }

        @Override
        public Boolean visitScalar(ScalarType type) {
            if (!(node instanceof Scalar scalar)) {
                return type.kind() == ScalarKind.SECRET && SecretReference.file(node) != null;
            }
            boolean isBareString = scalar.style() == Scalar.Style.BARE
                    && (type.kind() == ScalarKind.STRING || type.kind() == ScalarKind.SECRET);
            if (scalar.isNull() && !isBareString) {
                return false;
            }
            Diagnostic problem = new ScalarCheck(record, key, type, path).problem(scalar);
            if (problem != null) {
                add(path, problem);
            }
            return true;
        }

        @Override
        public Boolean visitEnum(EnumType type) {
            if (!(node instanceof Scalar scalar) || scalar.isNull() || !ScalarCheck.isString(scalar)) {
                return false;
            }
            EnumSchema constants = record.enumOf(type);
            Constant constant = constants.find(scalar.text());
            if (constant == null) {
                unknownConstant(type, constants, scalar, path);
                return true;
            }
            String deprecated = constant.deprecated();
            if (deprecated != null && scalar.document().kind() != Document.Kind.DEFAULT) {
                deprecatedConstant(deprecated, scalar, path);
            }
            return true;
        }

        @Override
        public Boolean visitList(ListType type) {
            if (node instanceof Sequence sequence) {
                list(type, sequence, path);
                return true;
            }
            return false;
        }

        @Override
        public Boolean visitMap(MapType type) {
            if (node instanceof Mapping mapping) {
                map(type, mapping, path);
                return true;
            }
            return false;
        }

        @Override
        public Boolean visitRecord(RecordType type) {
            if (node instanceof Mapping mapping) {
                checker.record(checker.schema().record(type), mapping, written, path);
                return true;
            }
            return false;
        }

        @Override
        public Boolean visitUnion(UnionType type) {
            Branch branch = UnionBranches.branch(checker.schema(), type, node);
            if (branch != null) {
                branch(type, branch, node, path, written);
            } else if (node instanceof Mapping mapping && (!type.isByKind() || type.hasSeveral(UnionType.MAPPING))) {
                add(
                        type.isByKind() ? path : path.key(type.discriminator()),
                        new UnselectedBranch(checker.schema(), type, mapping, path).problem(written));
            } else {
                return false;
            }
            return true;
        }

        @Override
        public Boolean visitAny(AnyType type) {
            return true;
        }
    }

    private void unknownConstant(EnumType type, EnumSchema constants, Scalar scalar, KeyPath path) {
        List<String> names = new ArrayList<>();
        for (Constant constant : constants.constants()) {
            names.add(constant.name());
            names.addAll(constant.aliases());
        }
        String nearest = Suggestion.didYouMean(scalar.text(), names);
        String defaultText = type == key.type() ? key.defaultText() : null;
        add(
                path,
                new Diagnostic(
                        DiagnosticId.UNKNOWN_CONSTANT,
                        scalar.place(),
                        "'" + path + "' is '" + scalar.text() + "', but must be "
                                + ValueWording.noun(record, key, type),
                        nearest.isEmpty() && defaultText != null ? "the default is " + defaultText : nearest));
    }

    private void map(MapType map, Mapping mapping, KeyPath path) {
        EnumType keys = map.keys();
        EnumSchema constants = keys == null ? null : record.enumOf(keys);
        MapKeyCheck scalars = map.keyKind() == ScalarKind.STRING ? null : new MapKeyCheck(map.keyKind(), path);
        Map<String, String> seen = new HashMap<>();
        for (Entry entry : mapping.entries()) {
            if (constants != null) {
                mapKey(constants, entry, path, seen);
            }
            Diagnostic problem = scalars == null ? null : scalars.problem(entry);
            if (problem != null) {
                add(path.key(entry.name()), problem);
            }
            check(map.value(), entry.value(), path.key(entry.name()), entry.key());
        }
        length(map, mapping.entries().size(), mapping, path);
    }

    private void mapKey(EnumSchema constants, Entry entry, KeyPath path, Map<String, String> seen) {
        Constant constant = constants.find(entry.name());
        if (constant == null) {
            String nearest = Suggestion.didYouMean(entry.name(), constants.names());
            add(
                    path.key(entry.name()),
                    new Diagnostic(
                            DiagnosticId.UNKNOWN_CONSTANT,
                            entry.key(),
                            "'" + entry.name() + "' is not a valid key of '" + path + "'",
                            nearest.isEmpty() ? "valid keys: " + String.join(", ", constants.names()) : nearest));
            return;
        }
        String other = seen.putIfAbsent(constant.name(), entry.name());
        if (other != null) {
            add(
                    path.key(entry.name()),
                    new Diagnostic(
                            DiagnosticId.CONFLICTING_NAMES,
                            entry.key(),
                            "'" + other + "' and '" + entry.name() + "' are the same key of '" + path + "'",
                            "delete one of them"));
        }
    }

    private void list(ListType list, Sequence sequence, KeyPath path) {
        List<Node> items = sequence.items();
        Map<String, Node> seen = new HashMap<>();
        for (int i = 0; i < items.size() && !checker.isFull(); i++) {
            Node item = items.get(i);
            KeyPath here = path.item(i);
            check(list.item(), item, here, item.place());
            Node other =
                    list.unique() ? seen.putIfAbsent(Duplicates.normalized(record, list.item(), item), item) : null;
            if (other != null) {
                duplicate(item, other, here);
            }
        }
        length(list, items.size(), sequence, path);
    }

    private void duplicate(Node item, Node other, KeyPath path) {
        add(
                path,
                new Diagnostic(
                        Duplicates.writtenAlike(item, other)
                                ? DiagnosticId.DUPLICATE_ITEM
                                : DiagnosticId.CONFLICTING_NAMES,
                        item.place(),
                        "'" + path + "' is a duplicate",
                        "delete it; the first occurrence is at " + other.place().describe()));
    }

    private void length(ValueType type, int length, Node node, KeyPath path) {
        for (Constraint constraint : key.constraints()) {
            if (type == key.type() && !constraint.allowsLength(length)) {
                add(
                        path,
                        new Diagnostic(
                                constraint.violation(),
                                node.place(),
                                ValueWording.wrongLength(type, path, length, constraint),
                                ""));
            }
        }
    }

    private void branch(UnionType union, Branch branch, Node node, KeyPath path, SourceLocation written) {
        RecordSchema chosen = checker.schema().record(branch.record());
        if (node instanceof Mapping mapping && !union.isBare(branch)) {
            checker.record(chosen, UnionBranches.withoutTag(union, mapping), written, path);
        } else {
            KeySchema only = chosen.keys().get(0);
            new ValueChecker(checker, chosen, only, path.last()).check(only.type(), node, path, written);
        }
    }

    private void deprecatedConstant(String reason, Scalar scalar, KeyPath path) {
        checker.add(
                path,
                new Diagnostic(
                        DiagnosticId.DEPRECATED_KEY,
                        scalar.place(),
                        "'" + path + "' is '" + ShortText.of(scalar.text()) + "', which is deprecated"
                                + (reason.isEmpty() ? "" : ": " + reason),
                        ""));
    }

    private void wrongType(ValueType type, Node node, KeyPath path) {
        if (node instanceof Scalar scalar && scalar.isNull()) {
            missingValue(type, node, path);
        } else {
            String message = type instanceof UnionType union && union.hasSeveral(UnionType.SCALAR)
                    ? ValueWording.mustBe(checker.schema(), union, path, node)
                    : SecretReference.isMasked(node) && type.leafKind() == ScalarKind.SECRET
                            ? "'" + path + "' was masked when this was written"
                            : ValueWording.mustBe(record, key, type, path, node);
            add(
                    path,
                    new Diagnostic(
                            DiagnosticId.WRONG_TYPE, node.place(), message, type.accept(new HowToWrite(record, key))));
        }
    }

    /** Explains how to write a value whose shape is wrong. */
    private record HowToWrite(RecordSchema record, KeySchema key) implements ValueType.Visitor<String> {
        @Override
        public String visitScalar(ScalarType type) {
            return type.kind() == ScalarKind.SECRET
                    ? "write the string, or {file: PATH} for the contents of a file"
                    : "";
        }

        @Override
        public String visitEnum(EnumType type) {
            return "write " + ValueWording.noun(record, key, type);
        }

        @Override
        public String visitList(ListType type) {
            return "write it as [a, b]";
        }

        @Override
        public String visitMap(MapType type) {
            return "write 'name: value' indented below it";
        }

        @Override
        public String visitRecord(RecordType type) {
            return "write its keys indented below it";
        }

        @Override
        public String visitUnion(UnionType type) {
            if (!type.isByKind()) {
                return "write '" + type.discriminator() + ": …' indented below it";
            }
            return type.hasSeveral(UnionType.MAPPING) ? "write its keys indented below it" : "";
        }

        @Override
        public String visitAny(AnyType type) {
            return "";
        }
    }

    private void missingValue(ValueType type, Node node, KeyPath path) {
        String defaultText = type == key.type() ? key.defaultText() : null;
        checker.add(
                path,
                new Diagnostic(
                        DiagnosticId.NULL,
                        node.place(),
                        "'" + path + "' has no value",
                        defaultText == null
                                ? "write a value"
                                : "write a value, or delete the key to use the default " + defaultText));
    }

    private void add(KeyPath path, Diagnostic problem) {
        checker.add(
                path,
                new Diagnostic(problem.id(), problem.place(), problem.message(), problem.label(), List.of(about())));
    }

    /** Returns a description of the value. The docs are loaded only to report a problem. */
    private String about() {
        return bareName == null
                ? ValueWording.about(checker.schema(), record, key)
                : bareName + ": " + Signature.type(record, key);
    }
}
