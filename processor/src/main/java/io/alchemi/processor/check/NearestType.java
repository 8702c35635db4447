package io.alchemi.processor.check;

import io.alchemi.processor.extract.JavaTypes;
import io.alchemi.processor.extract.Names;
import io.alchemi.processor.extract.TypeText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Suggests a supported type instead of one that is not supported. */
final class NearestType {
    /** The suggested types, by the qualified names of the unsupported ones. */
    static final Map<String, String> KNOWN = known();

    private NearestType() {}

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        put(
                known,
                "String",
                "java.lang.Character java.lang.CharSequence java.lang.StringBuilder java.lang.StringBuffer"
                        + " java.net.InetSocketAddress");
        put(known, "String, or io.alchemi.config.tree.Node for any value,", "java.lang.Object");
        put(known, "java.nio.file.Path", "java.io.File");
        put(known, "java.net.URI", "java.net.URL");
        put(
                known,
                "java.time.Instant, or java.time.LocalDate for a date,",
                "java.util.Date java.sql.Date" + " java.sql.Timestamp java.util.Calendar java.util.GregorianCalendar");
        put(known, "java.time.OffsetDateTime", "java.time.ZonedDateTime");
        put(known, "java.time.LocalTime", "java.time.OffsetTime");
        put(known, "java.time.ZoneId", "java.time.ZoneOffset java.util.TimeZone");
        put(known, "java.net.InetAddress", "java.net.Inet4Address java.net.Inet6Address");
        put(known, "io.alchemi.config.value.MemorySize", "org.springframework.util.unit.DataSize");
        put(known, "int", "java.util.concurrent.atomic.AtomicInteger");
        put(known, "long", "java.util.concurrent.atomic.AtomicLong");
        put(known, "boolean", "java.util.concurrent.atomic.AtomicBoolean");
        put(known, "Double, or java.math.BigDecimal,", "java.lang.Number");
        put(
                known,
                "List",
                "java.util.Collection java.lang.Iterable java.util.ArrayList java.util.LinkedList"
                        + " java.util.Queue java.util.Deque java.util.ArrayDeque java.util.Vector java.util.SequencedCollection"
                        + " java.util.stream.Stream com.google.common.collect.ImmutableList");
        put(
                known,
                "Set",
                "java.util.HashSet java.util.LinkedHashSet java.util.TreeSet java.util.SortedSet"
                        + " java.util.NavigableSet java.util.EnumSet com.google.common.collect.ImmutableSet");
        put(
                known,
                "Map",
                "java.util.HashMap java.util.LinkedHashMap java.util.TreeMap java.util.SortedMap"
                        + " java.util.NavigableMap java.util.EnumMap java.util.Hashtable"
                        + " com.google.common.collect.ImmutableMap");
        put(known, "Map<String, String>", "java.util.Properties");
        put(known, "List<Integer>", "java.util.stream.IntStream");
        put(known, "List<Double>", "java.util.stream.DoubleStream");
        return known;
    }

    private static void put(Map<String, String> known, String wanted, String names) {
        for (String name : names.split(" ")) {
            known.put(name, wanted);
        }
    }

    /** Returns what to write instead, as a sentence with a space before it, or an empty string. */
    static String instead(TypeMirror type) {
        if (type.getKind() == TypeKind.CHAR) {
            return " Write String instead.";
        } else if (type instanceof ArrayType array) {
            return " Write List<" + TypeText.of(array.getComponentType())
                    + "> instead; Java does not support generic arrays.";
        } else if (type instanceof WildcardType wildcard) {
            TypeMirror bound = wildcard.getExtendsBound();
            String supported = bound == null ? "String" : KNOWN.getOrDefault(JavaTypes.name(bound), TypeText.of(bound));
            return " Write " + supported + " instead of '" + TypeText.of(wildcard) + "'.";
        }
        String known = KNOWN.get(JavaTypes.name(type));
        if (known != null) {
            boolean collection = known.equals("List") || known.equals("Set") || known.equals("Map");
            return " Write " + known + (collection ? TypeText.arguments((DeclaredType) type) : "") + " instead.";
        }
        TypeElement element = JavaTypes.element(type);
        return element == null ? "" : ofKind(element, JavaTypes.name(type));
    }

    private static String typeArguments(TypeElement generic) {
        int count = generic.getTypeParameters().size();
        return (count == 1 ? " Add a type argument: " : " Add type arguments: ") + Names.shown(generic) + "<"
                + String.join(", ", Collections.nCopies(count, "…")) + ">.";
    }

    private static String ofKind(TypeElement element, String name) {
        boolean own = !name.startsWith("java");
        return switch (name) {
            case "java.util.List", "java.util.Set", "java.util.Optional" ->
                " Add a type argument: " + element.getSimpleName() + "<String>.";
            case "java.util.Map" -> " Add type arguments: Map<String, String>.";
            default -> {
                if (element.getKind() == ElementKind.RECORD) {
                    yield typeArguments(element);
                } else if (element.getKind() == ElementKind.INTERFACE && own) {
                    yield " Make it a sealed interface that permits records, without type parameters.";
                }
                yield element.getKind() == ElementKind.CLASS && own
                        ? " Make it a record, or annotate a static factory method with @ConfigValue."
                        : "";
            }
        };
    }
}
