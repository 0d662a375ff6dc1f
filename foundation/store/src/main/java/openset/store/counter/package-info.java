/**
 * Numbers that never come twice, whatever is killed meanwhile. Never here: what they number. Start
 * with {@link openset.store.counter.Counters}.
 */
package openset.store.counter;
