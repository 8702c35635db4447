package io.alchemi.processor.check;

import javax.lang.model.element.Element;

/** Takes problems; the same one at the same place counts once. */
public interface Problems {
    /**
     * Reports a problem, with the severity of its id.
     *
     * @param place the element at which the compiler shows it
     * @param problem what is wrong
     */
    void report(Element place, Problem problem);
}
