/**
 * What OpenSET says in message extensions, {@code spec/extensions.md}: each is one identifier and
 * the type of its value.
 */
package openset.set.extension;
