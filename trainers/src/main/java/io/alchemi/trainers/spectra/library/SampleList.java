package io.alchemi.trainers.spectra.library;

import io.alchemi.config.text.SourceLocation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The samples of one spectrum, in the order of their lines. */
final class SampleList {
    private final SourceLocation place;
    private double[] wavelengths = new double[16];
    private double[] values = new double[16];
    private int size;
    /** All wavelengths, null as long as they increase, because then comparing with the last one is enough. */
    private @Nullable Set<Double> seen;

    /** Creates an empty list for a spectrum that begins at a location. */
    SampleList(SourceLocation place) {
        this.place = place;
    }

    /** Adds a sample. Returns false if there already is one at this wavelength. */
    boolean add(double nm, double value) {
        boolean isNew = size == 0 || (seen == null && nm > wavelengths[size - 1]) || seen().add(nm);
        if (isNew) {
            if (size == values.length) {
                wavelengths = Arrays.copyOf(wavelengths, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            wavelengths[size] = nm;
            values[size++] = value;
        }
        return isNew;
    }

    private Set<Double> seen() {
        Set<Double> all = seen;
        if (all == null) {
            all = new HashSet<>();
            for (int i = 0; i < size; i++) {
                all.add(wavelengths[i]);
            }
            seen = all;
        }
        return all;
    }

    /** Sorts the samples by wavelength and frees memory that only {@link #add} needs. */
    void sort() {
        double[] nm = Arrays.copyOf(wavelengths, size);
        double[] unsorted = values;
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> nm[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        wavelengths = Arrays.stream(order).mapToDouble(i -> nm[i]).toArray();
        values = Arrays.stream(order).mapToDouble(i -> unsorted[i]).toArray();
        seen = null;
    }

    /** Returns the wavelengths in nm, sorted. */
    double[] wavelengths() {
        return wavelengths;
    }

    /** Returns the values, sorted by wavelength. */
    double[] values() {
        return values;
    }

    /** Returns the longest wavelength in nm. */
    double longest() {
        return Arrays.stream(wavelengths, 0, size).max().orElse(0);
    }

    /** Returns where the spectrum begins. */
    SourceLocation place() {
        return place;
    }
}
