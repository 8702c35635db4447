package io.alchemi.processor.check;

import javax.lang.model.element.Element;

/** Takes problems; the same one at the same place counts once. */
public interface Problems {
    /**
     * Reports a problem.
     *
     * @param place the element at which the compiler shows it
     * @param problem what is wrong
     */
    void report(Element place, Problem problem);

    /**
     * Warns of what is not wrong by itself.
     *
     * @param place the element at which the compiler shows it
     * @param problem what the author should know
     */
    void warn(Element place, Problem problem);
}
