package io.alchemi.config.testing;

import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Our own tree as the nodes of Jackson, by the core schema, as an editor sees the document. */
public final class TreeJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Stands for infinities and NaN, which JSON lacks: like them it is a number, but no integer. */
    private static final double NOT_WHOLE = 0.5;

    private TreeJson() {}

    /** The same value in JSON. */
    public static JsonNode of(Node node) {
        return of(node, false);
    }

    /** The same value in JSON, with whole numbers beyond 2^53 as the nearest doubles, which an editor and a double key see. */
    public static JsonNode ofDoubles(Node node) {
        return of(node, true);
    }

    private static JsonNode of(Node node, boolean doubles) {
        if (node instanceof Mapping mapping) {
            ObjectNode object = NODES.objectNode();
            mapping.entries().forEach(entry -> object.set(entry.name(), of(entry.value(), doubles)));
            return object;
        } else if (node instanceof Sequence sequence) {
            ArrayNode array = NODES.arrayNode();
            sequence.items().forEach(item -> array.add(of(item, doubles)));
            return array;
        }
        JsonNode value = scalar((Scalar) node);
        return doubles && value.isIntegralNumber() ? NODES.numberNode(nearest(value.bigIntegerValue())) : value;
    }

    private static BigInteger nearest(BigInteger value) {
        double nearest = value.doubleValue();
        return Double.isFinite(nearest) ? new BigDecimal(nearest).toBigIntegerExact() : value;
    }

    private static JsonNode scalar(Scalar scalar) {
        String text = scalar.text();
        return switch (scalar.coreType()) {
            case NULL -> NODES.nullNode();
            case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(text));
            case INTEGER -> NODES.numberNode(integer(text));
            case FLOAT -> real(text);
            case STRING -> NODES.stringNode(text);
        };
    }

    private static BigInteger integer(String text) {
        if (text.startsWith("0x") || text.startsWith("0o")) {
            return new BigInteger(text.substring(2), text.charAt(1) == 'x' ? 16 : 8);
        }
        return new BigInteger(text);
    }

    /** A number exactly as it is written; whole ones as integers, which they are in JSON Schema. */
    private static JsonNode real(String text) {
        char last = text.charAt(text.length() - 1);
        if (Character.isLetter(last)) {
            return NODES.numberNode(NOT_WHOLE);
        }
        BigDecimal exact = new BigDecimal(text);
        boolean whole = exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0;
        return whole ? NODES.numberNode(exact.toBigIntegerExact()) : NODES.numberNode(exact);
    }
}
