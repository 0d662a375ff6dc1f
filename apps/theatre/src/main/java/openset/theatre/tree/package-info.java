/**
 * A message as a tree beside its octets, everything opened that the keys at hand open, and who
 * could read each part. Who could, follows from what is sealed to whom. Card numbers and secrets
 * are overwritten before anything leaves this package.
 */
package openset.theatre.tree;
