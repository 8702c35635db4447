package io.alchemi.trainers.alignment;

/**
 * A part of the spectral axis.
 *
 * @param lowest  its lower end, nm
 * @param highest its upper end, nm
 */
public record WavelengthWindow(double lowest, double highest) {}
