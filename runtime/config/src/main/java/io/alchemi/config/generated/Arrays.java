package io.alchemi.config.generated;

import io.alchemi.config.schema.ValueType;
import io.alchemi.config.tree.Node;
import java.util.List;

/** How arrays of primitives are read. */
public final class Arrays {
    /** Reads arrays of boolean. */
    public static final Item<boolean[]> BOOLEANS = new OfList<>(Item.scalar(Boolean.class)) {
        @Override
        boolean[] of(List<Boolean> items) {
            boolean[] array = new boolean[items.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = items.get(i);
            }
            return array;
        }
    };

    /** Reads arrays of byte. */
    public static final Item<byte[]> BYTES = new OfList<>(Item.scalar(Byte.class)) {
        @Override
        byte[] of(List<Byte> items) {
            byte[] array = new byte[items.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = items.get(i);
            }
            return array;
        }
    };

    /** Reads arrays of short. */
    public static final Item<short[]> SHORTS = new OfList<>(Item.scalar(Short.class)) {
        @Override
        short[] of(List<Short> items) {
            short[] array = new short[items.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = items.get(i);
            }
            return array;
        }
    };

    /** Reads arrays of int. */
    public static final Item<int[]> INTS = new OfList<>(Item.scalar(Integer.class)) {
        @Override
        int[] of(List<Integer> items) {
            int[] array = new int[items.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = items.get(i);
            }
            return array;
        }
    };

    /** Reads arrays of long. */
    public static final Item<long[]> LONGS = new OfList<>(Item.scalar(Long.class)) {
        @Override
        long[] of(List<Long> items) {
            long[] array = new long[items.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = items.get(i);
            }
            return array;
        }
    };

    /** Reads arrays of float. */
    public static final Item<float[]> FLOATS = new OfList<>(Item.scalar(Float.class)) {
        @Override
        float[] of(List<Float> items) {
            float[] array = new float[items.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = items.get(i);
            }
            return array;
        }
    };

    /** Reads arrays of double. */
    public static final Item<double[]> DOUBLES = new OfList<>(Item.scalar(Double.class)) {
        @Override
        double[] of(List<Double> items) {
            double[] array = new double[items.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = items.get(i);
            }
            return array;
        }
    };

    private Arrays() {}

    private abstract static class OfList<B, A> extends Item<A> {
        private final Item<B> item;

        OfList(Item<B> item) {
            this.item = item;
        }

        abstract A of(List<B> items);

        @Override
        A read(ValueType type, Node node, Context context) {
            List<B> items = items(item, type, node, context);
            return of(items == null ? List.of() : items);
        }
    }
}
