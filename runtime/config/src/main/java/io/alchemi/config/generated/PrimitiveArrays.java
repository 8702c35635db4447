package io.alchemi.config.generated;

import io.alchemi.config.schema.ValueType;
import io.alchemi.config.tree.Node;
import java.util.List;

/** Readers of primitive arrays. */
public final class PrimitiveArrays {
    /** Reads arrays of boolean. */
    public static final ValueReader<boolean[]> BOOLEANS = new OfList<>(ValueReader.scalar(Boolean.class)) {
        @Override
        boolean[] toArray(List<Boolean> items) {
            boolean[] array = new boolean[items.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = items.get(i);
            }
            return array;
        }
    };

    /** Reads arrays of byte. */
    public static final ValueReader<byte[]> BYTES = new OfList<>(ValueReader.scalar(Byte.class)) {
        @Override
        byte[] toArray(List<Byte> items) {
            byte[] array = new byte[items.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = items.get(i);
            }
            return array;
        }
    };

    /** Reads arrays of short. */
    public static final ValueReader<short[]> SHORTS = new OfList<>(ValueReader.scalar(Short.class)) {
        @Override
        short[] toArray(List<Short> items) {
            short[] array = new short[items.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = items.get(i);
            }
            return array;
        }
    };

    /** Reads arrays of int. */
    public static final ValueReader<int[]> INTS = new OfList<>(ValueReader.scalar(Integer.class)) {
        @Override
        int[] toArray(List<Integer> items) {
            int[] array = new int[items.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = items.get(i);
            }
            return array;
        }
    };

    /** Reads arrays of long. */
    public static final ValueReader<long[]> LONGS = new OfList<>(ValueReader.scalar(Long.class)) {
        @Override
        long[] toArray(List<Long> items) {
            long[] array = new long[items.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = items.get(i);
            }
            return array;
        }
    };

    /** Reads arrays of float. */
    public static final ValueReader<float[]> FLOATS = new OfList<>(ValueReader.scalar(Float.class)) {
        @Override
        float[] toArray(List<Float> items) {
            float[] array = new float[items.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = items.get(i);
            }
            return array;
        }
    };

    /** Reads arrays of double. */
    public static final ValueReader<double[]> DOUBLES = new OfList<>(ValueReader.scalar(Double.class)) {
        @Override
        double[] toArray(List<Double> items) {
            double[] array = new double[items.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = items.get(i);
            }
            return array;
        }
    };

    private PrimitiveArrays() {}

    private abstract static class OfList<B, A> extends ValueReader<A> {
        private final ValueReader<B> item;

        OfList(ValueReader<B> item) {
            this.item = item;
        }

        abstract A toArray(List<B> items);

        @Override
        A read(ValueType type, Node node, Context context) {
            List<B> items = items(item, type, node, context);
            return toArray(items == null ? List.of() : items);
        }
    }
}
