package io.alchemi.config.testing;

/** The ways in which one setting of a document is changed. */
enum Mutation {
    /** Its name gets a letter too many or too few. */
    MISSPELT_NAME,
    /** Its name becomes that of another key, of today or of former times. */
    OTHER_NAME,
    /** It goes. */
    REMOVED,
    /** It is written twice. */
    REPEATED,
    /** Its value becomes the only item of a list. */
    IN_A_LIST,
    /** Its value comes close to what is accepted: an item more, a key less, beyond an edge. */
    NEAR,
    /** Its value becomes one that another key accepts. */
    OTHER_VALUE,
    /** Its value becomes anything. */
    ODD
}
