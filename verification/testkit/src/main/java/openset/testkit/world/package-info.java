/**
 * A brand with its authorities, a merchant, a gateway and cards, all of one seed, and a purchase
 * through every treatment. Start at {@link openset.testkit.world.World}, then {@link
 * openset.testkit.world.Purchase}.
 */
package openset.testkit.world;
