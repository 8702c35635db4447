package io.alchemi.trainers.alignment;

/** Where the pairs of a batch come from. */
interface AlignmentData {
    /**
     * Fills a training batch.
     *
     * @param step   the step, counted from 1
     * @param lab    receives laboratory spectra, B rows of N
     * @param sensor receives what the sensor sees of them, B rows of K
     */
    void trainingBatch(long step, double[][] lab, double[][] sensor);

    /**
     * Fills a batch that no step trains on.
     *
     * @param number which one, counted from 0
     * @param lab    as above
     * @param sensor as above
     */
    void heldOutBatch(long number, double[][] lab, double[][] sensor);
}
