package io.alchemi.trainers.spectra;

/** How the values of a spectrum are normalised. */
public enum ValueNorm {
    /** unchanged */
    NONE,
    /** mean 0 and standard deviation 1 over the bands of each spectrum */
    PER_SPECTRUM_ZSCORE,
    /** median 0 and interquartile range 1 over the bands of each spectrum */
    ROBUST
}
