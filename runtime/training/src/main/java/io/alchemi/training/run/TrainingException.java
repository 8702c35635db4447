package io.alchemi.training.run;

/** Training cannot go on, for a reason that the user can act upon; the message says which. */
public class TrainingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A reason in the user's words. */
    public TrainingException(String message) {
        super(message);
    }
}
