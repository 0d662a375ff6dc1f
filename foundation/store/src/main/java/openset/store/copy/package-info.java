/** Many rows at once. Start at {@link openset.store.copy.Copy}. */
package openset.store.copy;
