/**
 * The identifiers, amounts and small types that all SET data is made of; the packages below hold
 * the data of each subject. Never an operator, a check against the world, or any state.
 * Start with {@link openset.set.data.TransIDs}.
 */
package openset.set.data;
