package openset.bench;

import openset.crypto.Suite;

/**
 * Something our code does, to be set beside the operations it cannot do without.
 *
 * @param name what it is
 * @param suite whose operations it uses
 */
record Task(String name, Suite suite, CpuTime.Work work) {}
