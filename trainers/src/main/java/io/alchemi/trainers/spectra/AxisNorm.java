package io.alchemi.trainers.spectra;

/** How a spectral axis is normalised. */
public enum AxisNorm {
    /** mean 0 and standard deviation 1 */
    ZSCORE,
    /** from 0 to 1 */
    MINMAX
}
