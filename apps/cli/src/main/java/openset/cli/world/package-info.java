/**
 * The demo world: one root, two brands with their authorities and banks, one gateway, two
 * merchants, one cardholder, one clearing house. Made once in a folder, then only opened.
 *
 * <p>Start at {@link openset.cli.world.World}; what is in it is told by {@link
 * openset.cli.world.Plan}.
 */
package openset.cli.world;
