/** The SQL of what parties keep beside their conversations. */
package openset.conduct.store;
