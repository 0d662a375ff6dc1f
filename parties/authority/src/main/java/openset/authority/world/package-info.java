/**
 * The authorities of a world with their keys, and the folder in which these lie. Start at {@link
 * openset.authority.world.Authorities}. Never here: SQL, messages.
 */
package openset.authority.world;
