package io.alchemi.training.run;

import io.alchemi.command.CommandException;

/** Thrown if training cannot continue for a reason that the user can fix. The message is shown without a stack trace. */
public class TrainingException extends CommandException {
    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message what is wrong, and what to change
     */
    public TrainingException(String message) {
        super(message);
    }
}
